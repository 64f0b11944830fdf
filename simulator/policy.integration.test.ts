import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callNode } from './testing/client';
import { configuration, startPolicyServer, type PolicyAnswer } from './testing/policy-server';
import { startForTest } from './testing/start';

const pins = { service_type: 'conference', service_tag: 'tag', allow_guests: true, pin: '1234' };
const answers: Record<string, PolicyAnswer> = {
  open: configuration({ service_type: 'conference', name: 'Open', service_tag: 'o' }),
  pin: configuration({ ...pins, name: 'Pin' }),
  rejected: { body: { status: 'success', action: 'reject' } },
  'rejected-with-result': { body: { status: 'success', action: 'reject', result: { ...pins, name: 'Odd' } } },
  silent: { isSilent: true },
  redirected: { status: 302, headers: { Location: '/elsewhere' } },
  broken: { body: '<html>' },
  failed: { body: { status: 'failed', result: { ...pins, name: 'Failed' } } },
  invalid: configuration({ ...pins, name: 'Invalid', view: 'no_such_view' }),
  gateway: configuration({
    service_type: 'gateway',
    name: 'g',
    local_alias: 'a',
    remote_alias: 'b',
    outgoing_protocol: 'sip',
  }),
  breakout: configuration({
    ...{ service_type: 'conference', name: 'Open', breakout: true, breakout_name: 'One' },
    breakout_uuid: '5d0c3c6a-2f0e-4a53-9a5e-0a2d7c1f0001',
  }),
  own: { body: { status: 'success', action: 'continue' } },
  'own-invalid': configuration({ ...pins, name: 'Invalid', view: 'no_such_view' }),
  'own-rejected': { body: { status: 'success', action: 'reject' } },
  reception: configuration({ service_type: 'two_stage_dialing', name: 'Lobby', service_tag: 'l' }),
};
const properties: Record<string, PolicyAnswer> = {
  stranger: { body: { status: 'success', action: 'reject', result: { reject_reason: 'Staff only' } } },
  agent: configuration({ preauthenticated_role: 'chair', remote_display_name: 'Agent Smith', call_tag: 'new' }),
  confused: configuration({ preauthenticated_role: 'boss', remote_display_name: 'Nobody' }),
};

const lines: string[] = [];
let policy: Awaited<ReturnType<typeof startPolicyServer>>;
let simulator: Awaited<ReturnType<typeof startForTest>>;

beforeAll(async () => {
  policy = await startPolicyServer(({ path: asked, query }) => {
    if (asked.endsWith('/service/configuration')) return answers[query.get('local_alias') ?? ''] ?? { status: 404 };
    if (asked.endsWith('/participant/properties'))
      return properties[query.get('remote_alias') ?? ''] ?? { status: 404 };
    return { status: 404 };
  });
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'simulator-')), 'database.json');
  const aliases = ['own', 'own-invalid', 'own-rejected', 'own-unasked'];
  writeFileSync(file, JSON.stringify({ services: [{ service_type: 'conference', name: 'Configured', aliases }] }));
  simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url, SIMULATOR_DATABASE: file }, lines);
});
afterAll(async () => {
  await simulator.stop();
  await policy.stop();
});

const request = (alias: string, headers: Record<string, string> = {}, displayName = 'Dana') =>
  callNode(simulator.node, `${alias}/request_token`, { body: { display_name: displayName }, headers });

describe('what policy answers', () => {
  const notFound = { http: 404, status: 'failed', result: 'Neither conference nor gateway found' };
  test.each(['rejected', 'redirected', 'broken', 'failed', 'invalid', 'unknown'])('%s: not found', async (alias) => {
    expect(await request(alias)).toMatchObject(notFound);
  });
  test('silence is given up after five seconds', async () => {
    const startedAt = Date.now();
    expect(await request('silent')).toMatchObject(notFound);
    expect(Date.now() - startedAt).toBeGreaterThan(4900);
    expect(Date.now() - startedAt, 'asked once').toBeLessThan(9900);
  });
  test.each(['own', 'own-invalid', 'own-unasked'])('%s: the own database decides', async (alias) => {
    expect(await request(alias)).toMatchObject({ http: 200, result: { conference_name: 'Configured' } });
  });
  test('a rejection is not undone by the own database', async () => {
    expect(await request('own-rejected')).toMatchObject(notFound);
  });
  test('a valid result admits whatever the action says', async () => {
    expect(await request('rejected-with-result', { pin: '1234' })).toMatchObject({ http: 200 });
  });
  test('an invalid field is named in the log', async () => {
    await request('invalid');
    expect(lines.join('\n')).toContain('Field=view');
  });
  test.each(['gateway', 'breakout'])('a service that leads elsewhere is refused: %s', async (alias) => {
    expect(await request(alias)).toMatchObject({ http: 403, status: 'failed', result: 'Resource unavailable' });
  });
  test('a reception asks for an extension and then dials it', async () => {
    expect(await request('reception')).toMatchObject({
      http: 403,
      status: 'success',
      result: { conference_extension: 'required', conference_extension_type: 'standard' },
    });
    const body = { display_name: 'Dana', conference_extension: 'open' };
    expect(await callNode(simulator.node, 'reception/request_token', { body })).toMatchObject({
      http: 200,
      result: { conference_name: 'Open' },
    });
    expect(policy.asked('service/configuration').at(-1)?.query.get('trigger')).toBe('two_stage_dialing');
  });
  test('a rejection of the participant shows its reason', async () => {
    expect(await request('open', {}, 'stranger')).toMatchObject({ http: 403, status: 'failed', result: 'Staff only' });
  });
  test('properties override role, name and tag', async () => {
    expect(await request('pin', { pin: 'none' }, 'agent')).toMatchObject({
      result: { role: 'HOST', display_name: 'Agent Smith', call_tag: 'new' },
    });
  });
  test('properties with an invalid field change nothing', async () => {
    expect(await request('pin', { pin: 'none' }, 'confused')).toMatchObject({
      result: { role: 'GUEST', display_name: 'confused' },
    });
  });
});

test('policy is asked with credentials, and in the words of the API', async () => {
  await request('open', { 'user-agent': 'browser/1' }, 'Dana Ø');
  const [service] = policy.asked('service/configuration').slice(-1);
  expect(service?.authorization).toBe(`Basic ${Buffer.from('infinity:dev-policy-password').toString('base64')}`);
  expect(Object.fromEntries(service?.query ?? [])).toMatchObject({
    protocol: 'api',
    trigger: 'web',
    call_direction: 'dial_in',
    local_alias: 'open',
    remote_display_name: 'Dana Ø',
    location: 'Harbour',
    node_ip: '192.0.2.11',
    registered: 'False',
    vendor: 'browser/1',
    remote_address: '127.0.0.1',
  });
  const [participant] = policy.asked('participant/properties').slice(-1);
  expect(Object.fromEntries(participant?.query ?? [])).toMatchObject({
    participant_type: 'api',
    protocol: 'api',
    service_name: 'Open',
    service_tag: 'o',
    preauthenticated_role: 'chair',
    bypass_lock: 'False',
  });
});
