import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callNode, joinNode } from './testing/client';
import { configuration, startPolicyServer } from './testing/policy-server';
import { startForTest } from './testing/start';

const pins = { service_type: 'conference', service_tag: 'tag', allow_guests: true, pin: '1234' };
const services: Record<string, Record<string, unknown>> = {
  open: { service_type: 'conference', name: 'Open', service_tag: 'o' },
  pin: { ...pins, name: 'Pin' },
  'two-pins': { ...pins, name: 'Two', guest_pin: '4321' },
  small: { ...pins, name: 'Small', participant_limit: 1 },
};

let policy: Awaited<ReturnType<typeof startPolicyServer>>;
let simulator: Awaited<ReturnType<typeof startForTest>>;

beforeAll(async () => {
  policy = await startPolicyServer(({ path, query }) => {
    const service = services[query.get('local_alias') ?? ''];
    return service && path.endsWith('/service/configuration') ? configuration(service) : { status: 404 };
  });
  simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url });
});
afterAll(async () => {
  await simulator.stop();
  await policy.stop();
});

const request = (alias: string, headers: Record<string, string> = {}) =>
  callNode(simulator.node, `${alias}/request_token`, { body: { display_name: 'Dana' }, headers });
const version = { version_id: '36', pseudo_version: '79000.0.0' };

describe('PINs', () => {
  test('are asked for with 403 and success, and guests are told that they need none', async () => {
    expect(await request('pin')).toMatchObject({
      http: 403,
      status: 'success',
      result: { pin: 'required', guest_pin: 'none', version },
    });
    expect(await request('two-pins')).toMatchObject({
      http: 403,
      status: 'success',
      result: { pin: 'required', guest_pin: 'required', version },
    });
  });
  test('decide the role', async () => {
    expect(await request('pin', { pin: '1234' })).toMatchObject({ http: 200, result: { role: 'HOST' } });
    expect(await request('pin', { pin: 'none' })).toMatchObject({ http: 200, result: { role: 'GUEST' } });
    expect(await request('two-pins', { pin: '4321' })).toMatchObject({ http: 200, result: { role: 'GUEST' } });
  });
  test('that are wrong are refused in the words clients know', async () => {
    expect(await request('pin', { pin: '9999' })).toMatchObject({ http: 403, status: 'failed', result: 'Invalid PIN' });
  });
});

test('a token result has what validators ask for, and no empty stun list', async () => {
  const { result } = await request('open');
  expect(result).toMatchObject({
    expires: '120',
    role: 'HOST',
    display_name: 'Dana',
    current_service_type: 'conference',
    direct_media: false,
    turn: [],
  });
  expect(result).not.toHaveProperty('stun');
});

test('a full conference refuses the next', async () => {
  const host = await joinNode(simulator.node, 'small', 'Host', { pin: '1234' });
  expect(await request('small', { pin: 'none' })).toMatchObject({ http: 403, result: 'Participant limit reached' });
  await host.call('release_token');
  expect(await request('small', { pin: 'none' })).toMatchObject({ http: 200 });
});
