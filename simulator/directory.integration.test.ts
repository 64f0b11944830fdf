import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { joinNode } from './testing/client';
import { askNode, dial } from './testing/device';
import { configuration, startPolicyServer, type PolicyAnswer } from './testing/policy-server';
import { startForTest } from './testing/start';

let directory: PolicyAnswer = { status: 404 };
const pictures = new Map<string, PolicyAnswer>();

const lines: string[] = [];
let policy: Awaited<ReturnType<typeof startPolicyServer>>;
let simulator: Awaited<ReturnType<typeof startForTest>>;

async function drawPictures() {
  const plain = (width: number) => sharp({ create: { width, height: 40, channels: 3, background: '#806020' } });
  const picture = (body: Buffer) => ({ headers: { 'Content-Type': 'image/jpeg' }, body });
  pictures.set('carol%40example.com', picture(await plain(40).jpeg().toBuffer()));
  pictures.set('wide', picture(await plain(41).jpeg().toBuffer()));
  pictures.set('cmyk', picture(await plain(40).toColourspace('cmyk').jpeg().toBuffer()));
}

beforeAll(async () => {
  await drawPictures();
  policy = await startPolicyServer(({ path, query }) => {
    if (path.endsWith('/registrations')) return directory;
    // Whoever registers needs no credentials here.
    if (path.includes('/registrations/')) return configuration({ username: '', password: '' });
    const [, pictured] = path.split('/participant/avatar/');
    if (pictured !== undefined) return pictures.get(pictured) ?? { status: 404, body: '' };
    const name = query.get('local_alias') ?? '';
    if (!path.endsWith('/service/configuration')) return { status: 404 };
    return configuration({ service_type: 'conference', name, service_tag: 't' });
  });
  simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url }, lines);
  for (const alias of ['open@example.com', 'room 7@example.com']) {
    await askNode(simulator.node, 'registrations', { alias, username: 'any' });
  }
});
afterAll(async () => {
  await simulator.stop();
  await policy.stop();
});

describe('a registered device searches', () => {
  const entry = { alias: 'ward7@example.com', description: 'Ward 7', username: '' };
  const search = () => askNode(simulator.node, 'directory?alias=open@example.com&q=example');
  afterEach(() => (directory = { status: 404 }));

  test('and finds policy first, then who else is registered', async () => {
    directory = { body: { status: 'success', result: [entry], ignore_local: false } };
    const found = await search();
    expect(found.entries).toEqual([entry, { alias: 'room 7@example.com', description: '', username: 'any' }]);
    expect(found.policy).toMatchObject([
      { verdict: 'used', parameters: { q: 'example', limit: '10', registration_alias: 'open@example.com' } },
    ]);
  });
  test('and finds policy alone when that says so', async () => {
    directory = { body: { status: 'success', result: [entry], ignore_local: true } };
    expect((await search()).entries).toEqual([entry]);
  });
  test('and finds only who is registered when the answer is void, and the log names the field', async () => {
    directory = { body: { status: 'success', result: [entry, { alias: 'x', username: '' }] } };
    const found = await search();
    expect(found.entries).toMatchObject([{ alias: 'room 7@example.com' }]);
    expect(found.policy).toMatchObject([
      { verdict: 'void', detail: expect.stringContaining('Field=result.1.description ') },
    ]);
    expect(lines.join('\n')).toContain('Field=result.1.description');
  });
  test('which nobody else can', async () => {
    expect(await askNode(simulator.node, 'directory?alias=nobody&q=')).toMatchObject({ http: 409 });
  });
  test('and draws the pictures of what it found', async () => {
    const draw = (alias: string) =>
      askNode(simulator.node, `avatar?registration_alias=open@example.com&alias=${alias}&width=40&height=40`);
    const carol = await draw('carol@example.com');
    expect(carol).toMatchObject({ isPlaceholder: false, policy: [{ verdict: 'used' }] });
    expect(Object.keys(carol.policy[0]?.parameters ?? {})).toHaveLength(7);
    expect(await draw('wide')).toMatchObject({ isPlaceholder: true, policy: [{ verdict: 'void' }] });
    expect(await draw('cmyk')).toMatchObject({ isPlaceholder: true, policy: [{ verdict: 'void' }] });
    expect(lines.join('\n')).toContain('4 components, not RGB');
    expect(await draw('nobody')).toMatchObject({ isPlaceholder: true, policy: [{ status: 404 }] });
  });
});

test('a roster draws SIP callers by their alias without its scheme, in the words of their call', async () => {
  const call = await dial(simulator.node, { alias: 'room', callerAlias: 'carol@example.com' });
  const drawn = await askNode(simulator.node, `avatar?participant=${call.id}&width=40&height=40`);
  expect(drawn).toMatchObject({ isPlaceholder: false });
  expect(drawn.policy).toMatchObject([
    {
      path: 'participant/avatar/carol%40example.com',
      parameters: { remote_alias: 'sip:carol@example.com', protocol: 'sip', role: 'chair', width: '40' },
    },
  ]);
  await call.hangUp();
});

test('a browser is served only pictures that a node would show', async () => {
  const host = await joinNode(simulator.node, 'room', 'wide');
  expect((await host.own('avatar.jpg', { method: 'GET' })).http).toBe(404);
  expect(policy.asked('participant/avatar/wide').at(-1)?.query.get('trigger')).toBe('web_avatar_fetch');
  await host.call('release_token');
});
