import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinNode } from './testing/client';
import { askNode, dial } from './testing/device';
import { configuration } from './testing/policy-server';
import { answers, pins, startWithDevices } from './testing/start-with-devices';

let deployment: Awaited<ReturnType<typeof startWithDevices>>;
beforeAll(async () => {
  deployment = await startWithDevices();
});
afterAll(() => deployment.stop());

const sip = (given: Record<string, unknown>) =>
  dial(deployment.simulator.node, { callerAlias: 'room7@example.com', displayName: 'Room 7', ...given });

test.each(['h323', 'rtmp', 'mssip', 'teams'])(
  '%s callers join like others, under their own protocol',
  async (protocol) => {
    const host = await joinNode(deployment.simulator.node, 'pin', 'Host', { pin: '1234' });
    const call = await dial(deployment.simulator.node, { alias: 'pin', protocol, pin: '1234' });
    expect(call.answer).toMatchObject({ outcome: 'in-conference' });
    await host.sees('participant_create', { uuid: call.id, protocol });
    await call.hangUp();
    await host.call('release_token');
  },
);

test('only SIP callers are redirected', async () => {
  const { answer } = await dial(deployment.simulator.node, { alias: 'moved', protocol: 'h323' });
  expect(answer).toMatchObject({ outcome: 'refused', policy: [{ verdict: 'no-opinion', action: 'redirect' }] });
});

test('OPTIONS and LRQ ask about the service alone', async () => {
  const options = await sip({ alias: 'open@x.y', direction: 'non_dial' });
  expect(options.answer).toMatchObject({
    outcome: 'answered',
    policy: [{ parameters: { call_direction: 'non_dial' } }],
  });
  const lrq = await dial(deployment.simulator.node, { alias: 'nowhere', protocol: 'h323', direction: 'non_dial' });
  expect(lrq.answer).toMatchObject({ outcome: 'refused', policy: [{ parameters: { trigger: 'lrq' } }] });
});

describe('a call to a device', () => {
  test('is asked about with the running service, and joins it as outgoing', async () => {
    const host = await joinNode(deployment.simulator.node, 'pin', 'Host', { pin: '1234' });
    const call = await sip({ alias: 'pin', callerAlias: 'carol@example.net', direction: 'dial_out' });
    expect(call.answer).toMatchObject({ outcome: 'in-conference', role: 'guest', contradictions: [] });
    expect(call.answer.policy.map(({ question }) => question)).toEqual(['service configuration', 'media location']);
    expect(call.answer.policy[0]?.parameters).toMatchObject({
      call_direction: 'dial_out',
      remote_alias: 'sip:carol@example.net',
      service_name: 'Pin',
      unique_service_name: 'Pin',
      service_tag: 'tag',
    });
    await host.sees('participant_create', { uuid: call.id, call_direction: 'out' });
    await host.call('disconnect');
    expect(await call.now()).toMatchObject({ outcome: 'ended' });
  });
  test('fails when policy describes another service than the one that calls', async () => {
    const host = await joinNode(deployment.simulator.node, 'pin', 'Host', { pin: '1234' });
    const call = await sip({
      alias: 'open',
      conference: 'Pin',
      callerAlias: 'carol@example.net',
      direction: 'dial_out',
    });
    expect(call.answer).toMatchObject({ outcome: 'refused', reason: 'Gateway dial out failed' });
    await host.call('release_token');
  });
});

test('an answer that contradicts the running conference is reported by field', async () => {
  const host = await joinNode(deployment.simulator.node, 'pin', 'Host', { pin: '1234' });
  const before = answers.pin;
  answers.pin = configuration({ ...pins, name: 'Pin', view: 'four_mains_zero_pips', max_callrate_in: 512_000 });
  const call = await sip({ alias: 'pin@x.y', pin: '1234' });
  if (before) answers.pin = before;
  expect(call.answer).toMatchObject({ outcome: 'in-conference', contradictions: ['view'] });
  await call.hangUp();
  await host.call('release_token');
});

describe("the simulator's own API", () => {
  test('names what is wrong with a request', async () => {
    expect(await askNode(deployment.simulator.node, 'calls', { protocol: 'pigeon', pin: 'abcd' })).toMatchObject({
      http: 400,
      fields: expect.arrayContaining([expect.objectContaining({ field: 'alias' })]),
    });
    expect(await askNode(deployment.simulator.node, 'calls/none')).toMatchObject({ http: 404 });
  });
  test('gives browsers neither an answer nor an effect', async () => {
    const asked = deployment.policy.requests.length;
    const response = await fetch(`${deployment.simulator.node}/simulator/v1/calls`, {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example', 'Content-Type': 'text/plain' },
      body: JSON.stringify({ alias: 'open' }),
    });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(deployment.policy.requests.length).toBe(asked);
  });
});
