import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askNode, dial } from './testing/device';
import { configuration, startPolicyServer, type PolicyAnswer } from './testing/policy-server';
import { startForTest } from './testing/start';

const registrations: Record<string, PolicyAnswer> = {
  'room 7@example.com': configuration({ username: 'room7', password: 's3cret' }),
  'open@example.com': configuration({ username: '', password: '' }),
  'refused@example.com': { body: { status: 'success', action: 'reject', result: {} } },
  'own@example.com': { body: { status: 'success', action: 'continue', result: {} } },
  'half@example.com': configuration({ username: 'half' }),
  'sso@example.com': { body: { status: 'success', result: {} } },
};

const lines: string[] = [];
let policy: Awaited<ReturnType<typeof startPolicyServer>>;
let simulator: Awaited<ReturnType<typeof startForTest>>;

beforeAll(async () => {
  policy = await startPolicyServer(({ path: asked }) => {
    const [, alias] = asked.split('/policy/v1/registrations/');
    if (alias !== undefined) return registrations[decodeURIComponent(alias)] ?? { status: 404 };
    return configuration({ service_type: 'conference', name: 'Room', service_tag: 't' });
  });
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'simulator-')), 'database.json');
  const devices = [{ alias: 'Own@example.com', username: 'own', password: 'mine' }, { alias: 'half@example.com' }];
  writeFileSync(file, JSON.stringify({ devices }));
  simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url, SIMULATOR_DATABASE: file }, lines);
});
afterAll(async () => {
  await simulator.stop();
  await policy.stop();
});

const register = (alias: string, given: Record<string, unknown> = {}) =>
  askNode(simulator.node, 'registrations', { alias, ...given });
const forget = (alias: string) =>
  askNode(simulator.node, `registrations/${encodeURIComponent(alias)}`, undefined, 'DELETE');
const rows = async () => {
  const headers = { Authorization: `Basic ${btoa('mayfly:dev-management-password')}` };
  const response = await fetch(`${simulator.managementUrl}/api/admin/status/v1/registration_alias/`, { headers });
  return (await response.json()) as { objects: unknown[] };
};

describe('a device registers', () => {
  test('with the credentials that policy names, and is listed while it is registered', async () => {
    const device = { username: 'room7', password: 's3cret', protocol: 'h323', remoteAddress: '198.51.100.7' };
    const answer = await register('room 7@example.com', device);
    expect(answer).toMatchObject({ outcome: 'registered', policy: [{ verdict: 'used', status: 200 }] });
    const [asked] = policy.asked('registrations/room%207%40example.com');
    expect(Object.fromEntries(asked?.query ?? [])).toMatchObject({
      protocol: 'h323',
      auth_type: 'credentials',
      remote_address: '198.51.100.7',
      node_ip: '192.0.2.11',
    });
    expect(await rows()).toMatchObject({
      objects: [{ alias: 'room 7@example.com', protocol: 'H323', username: 'room7', node: '192.0.2.11' }],
    });
    expect(await forget('room 7@example.com')).toMatchObject({ http: 204 });
    expect(await rows()).toMatchObject({ objects: [] });
    expect(await forget('room 7@example.com')).toMatchObject({ http: 404 });
  });
  test('not with others, and then no longer', async () => {
    const device = { username: 'room7', password: 's3cret' };
    await register('room 7@example.com', device);
    expect(await register('room 7@example.com', { ...device, password: 'wrong' })).toMatchObject({
      outcome: 'refused',
      reason: 'Authentication failed',
    });
    expect(await rows()).toMatchObject({ objects: [] });
  });
  test('without credentials where policy wants none', async () => {
    expect(await register('open@example.com')).toMatchObject({ outcome: 'registered' });
    await forget('open@example.com');
  });
  test('not at all when policy rejects it', async () => {
    expect(await register('refused@example.com')).toMatchObject({
      outcome: 'refused',
      reason: 'Registration rejected',
      policy: [{ verdict: 'rejected' }],
    });
  });
  test('by the own list when policy leaves it to that', async () => {
    const right = await register('own@example.com', { username: 'own', password: 'mine' });
    expect(right).toMatchObject({ outcome: 'registered', policy: [{ verdict: 'no-opinion' }] });
    expect(await register('own@example.com', { username: 'own' })).toMatchObject({ outcome: 'refused' });
    expect(await register('unknown@example.com')).toMatchObject({ outcome: 'refused', reason: 'Unknown alias' });
  });
  test('by the own list when the answer is void, and the log names the field', async () => {
    expect(await register('half@example.com')).toMatchObject({ outcome: 'registered', policy: [{ verdict: 'void' }] });
    expect(lines.join('\n')).toContain('Field=password');
    await forget('half@example.com');
  });
  test('by single sign-on where policy does not send it to the own list', async () => {
    expect(await register('sso@example.com', { authType: 'sso' })).toMatchObject({ outcome: 'registered' });
    await forget('sso@example.com');
    expect(await register('sso@example.com')).toMatchObject({ outcome: 'refused' });
  });
  test('and its calls say so', async () => {
    await register('open@example.com');
    const call = await dial(simulator.node, { alias: 'room', callerAlias: 'open@example.com' });
    expect(call.answer.policy[0]?.parameters).toMatchObject({ registered: 'True' });
    await call.hangUp();
    await forget('open@example.com');
  });
});
