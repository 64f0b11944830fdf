import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { joinNode } from './testing/client';
import { askNode } from './testing/device';
import { configuration } from './testing/policy-server';
import { answers, pins, startWithDevices } from './testing/start-with-devices';

let deployment: Awaited<ReturnType<typeof startWithDevices>>;
beforeAll(async () => {
  deployment = await startWithDevices();
});
afterAll(() => deployment.stop());

const joinHost = () => joinNode(deployment.simulator.node, 'pin', 'Host', { pin: '1234' });
const idsOf = (result: unknown) => z.array(z.string()).parse(result);

test('a host has the conference call a telephone: policy is asked about the call out, and the callee answers', async () => {
  const host = await joinHost();
  const body = { destination: 'carol@example.net', protocol: 'sip', role: 'GUEST', remote_display_name: 'Carol' };
  const { http, result } = await host.call('dial', { body });
  expect(http).toBe(200);
  const [id = '', ...others] = idsOf(result);
  expect(others).toEqual([]);
  await host.sees('participant_create', { uuid: id, call_direction: 'out', role: 'guest', display_name: 'Carol' });
  expect((await askNode(deployment.simulator.node, `calls/${id}`)).policy[0]?.parameters).toMatchObject({
    call_direction: 'dial_out',
    local_alias: 'pin',
    remote_alias: 'sip:carol@example.net',
    service_name: 'Pin',
    service_tag: 'tag',
  });
  expect(await host.call(`participants/${id}/disconnect`)).toMatchObject({ http: 200 });
  await host.sees('participant_delete', { uuid: id });
  await host.call('release_token');
});

test.each([
  ['auto', 'room7@example.com', 'sip'],
  ['auto', 'h323:room7', 'h323'],
  ['h323', 'room7', 'h323'],
])('protocol %s to %s goes out by %s, to a host where no role is named', async (protocol, destination, expected) => {
  const host = await joinHost();
  const [id = ''] = idsOf((await host.call('dial', { body: { destination, protocol } })).result);
  await host.sees('participant_create', { uuid: id, protocol: expected, role: 'chair', call_direction: 'out' });
  await host.call('disconnect');
});

test('what cannot be dialled is refused with the reason', async () => {
  const host = await joinHost();
  const guest = await joinNode(deployment.simulator.node, 'pin', 'Guest', { pin: 'none' });
  const body = { destination: 'carol@example.net' };
  expect(await guest.call('dial', { body })).toMatchObject({ http: 403, result: 'Invalid role' });
  expect(await host.call('dial', { body: {} })).toMatchObject({ http: 400, result: 'Invalid request: destination' });
  expect(await host.call('dial', { body: { ...body, protocol: 'pigeon' } })).toMatchObject({
    http: 400,
    result: 'Invalid request: protocol',
  });
  const before = answers.pin;
  answers.pin = configuration({ ...pins, name: 'Another' });
  const refused = await host.call('dial', { body });
  if (before) answers.pin = before;
  expect(refused).toMatchObject({ http: 403, status: 'failed', result: 'Gateway dial out failed' });
  await host.call('disconnect');
});
