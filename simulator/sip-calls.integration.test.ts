import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinNode } from './testing/client';
import { dial } from './testing/device';
import { startWithDevices } from './testing/start-with-devices';

let deployment: Awaited<ReturnType<typeof startWithDevices>>;
beforeAll(async () => {
  deployment = await startWithDevices();
});
afterAll(() => deployment.stop());

const sip = (given: Record<string, unknown>) =>
  dial(deployment.simulator.node, { callerAlias: 'room7@example.com', displayName: 'Room 7', ...given });

describe('a SIP device', () => {
  test('is asked about in order: service, participant without a role, PIN, location', async () => {
    const call = await sip({ alias: 'pin@example.com' });
    expect(call.answer).toMatchObject({ http: 201, outcome: 'awaiting-pin', pinAttemptsLeft: 3 });
    expect(call.answer.policy).toMatchObject([
      {
        question: 'service configuration',
        status: 200,
        action: 'continue',
        verdict: 'used',
        result: { name: 'Pin' },
        parameters: {
          protocol: 'sip',
          trigger: 'invite',
          call_direction: 'dial_in',
          local_alias: 'sip:pin@example.com',
          remote_alias: 'sip:room7@example.com',
          registered: 'False',
        },
      },
      {
        question: 'participant properties',
        status: 404,
        verdict: 'failed',
        parameters: { participant_type: 'standard', preauthenticated_role: '', service_tag: 'tag' },
      },
    ]);
    const joined = await call.typePin('1234');
    expect(joined).toMatchObject({ outcome: 'in-conference', role: 'chair', conference: 'Pin' });
    expect(joined.policy[2]).toMatchObject({ question: 'media location', parameters: { protocol: 'sip' } });
    expect(await call.hangUp()).toMatchObject({ outcome: 'ended', reason: 'Call disconnected', conference: 'Pin' });
  });
  test('has three attempts at the PIN', async () => {
    const call = await sip({ alias: 'two-pins@example.com', pin: '#' });
    expect(call.answer).toMatchObject({ outcome: 'awaiting-pin', pinAttemptsLeft: 2 });
    expect(await call.typePin('9999')).toMatchObject({ pinAttemptsLeft: 1 });
    expect(await call.typePin('0000')).toMatchObject({ outcome: 'ended', reason: 'Invalid PIN' });
    expect(await call.typePin('4321')).toMatchObject({ http: 409 });
  });
  test('waits as a guest until a host is in, whom its leaving does not trouble', async () => {
    const guest = await sip({ alias: 'pin@example.com', pin: '#' });
    expect(guest.answer).toMatchObject({ outcome: 'waiting-room', role: 'guest' });
    const host = await joinNode(deployment.simulator.node, 'pin', 'Host', { pin: '1234' });
    expect(await guest.now()).toMatchObject({ outcome: 'in-conference' });
    const seen = await host.sees('participant_create', { uuid: guest.id });
    expect(seen.data).toMatchObject({ display_name: 'Room 7', protocol: 'sip', uri: 'sip:room7@example.com' });
    expect(seen.data).toMatchObject({ has_media: true, call_direction: 'in', role: 'guest' });
    await guest.hangUp();
    await host.sees('participant_delete', { uuid: guest.id });
    await host.call('release_token');
  });
  test('is put out by a host in a browser, and learns why', async () => {
    const host = await joinNode(deployment.simulator.node, 'pin', 'Host', { pin: '1234' });
    const guest = await sip({ alias: 'pin@example.com', pin: '#' });
    await host.call(`participants/${guest.id}/disconnect`);
    expect(await guest.now()).toMatchObject({ outcome: 'ended', reason: 'Disconnected by another participant' });
    await host.call('release_token');
  });
  test('is not asked for a PIN when policy gives it a role', async () => {
    const call = await sip({ alias: 'pin@example.com', callerAlias: 'agent@example.com' });
    expect(call.answer).toMatchObject({ outcome: 'in-conference', role: 'chair' });
    await call.hangUp();
  });
  test('has its media where policy says', async () => {
    const call = await sip({ alias: 'open@example.com', callerAlias: 'inland@example.com' });
    const { conference, participant } = { conference: 'Open', participant: call.id };
    const url = `${deployment.simulator.managementUrl}/api/admin/status/v1/participant/?conference=${conference}`;
    const headers = { Authorization: `Basic ${btoa('mayfly:dev-management-password')}` };
    expect(await (await fetch(url, { headers })).json()).toMatchObject({
      objects: [{ id: participant, protocol: 'SIP', media_node: '192.0.2.12', signalling_node: '192.0.2.11' }],
    });
    await call.hangUp();
  });
  test('follows one redirection, and not a second', async () => {
    const moved = await sip({ alias: 'moved@example.com', pin: '1234' });
    expect(moved.answer).toMatchObject({
      outcome: 'in-conference',
      conference: 'Pin',
      localAlias: 'sip:pin@example.com',
    });
    expect(moved.answer.policy[0]).toMatchObject({ verdict: 'redirected', detail: 'sip:pin@example.com' });
    await moved.hangUp();
    const circle = await sip({ alias: 'circle@example.com' });
    expect(circle.answer).toMatchObject({ outcome: 'refused', reason: 'Redirected more than once' });
    expect(circle.answer.policy).toHaveLength(2);
  });
  test('types an extension at a reception', async () => {
    const call = await sip({ alias: 'reception@example.com', extension: 'open' });
    expect(call.answer).toMatchObject({ outcome: 'in-conference', conference: 'Open' });
    expect(call.answer.policy[1]).toMatchObject({ parameters: { trigger: 'two_stage_dialing', local_alias: 'open' } });
    await call.hangUp();
  });
  test('is refused, with what policy said', async () => {
    const nowhere = 'Neither conference nor gateway found';
    const refused = async (given: Record<string, unknown>) => (await sip(given)).answer;
    expect(await refused({ alias: 'rejected@x.y' })).toMatchObject({
      outcome: 'refused',
      reason: nowhere,
      policy: [{ verdict: 'rejected' }],
    });
    expect(await refused({ alias: 'invalid@x.y' })).toMatchObject({
      outcome: 'refused',
      reason: nowhere,
      policy: [{ verdict: 'void', detail: expect.stringContaining('Field=ivr_theme_name ') }],
    });
    expect(deployment.lines.join('\n')).toContain('Field=ivr_theme_name');
    expect(await refused({ alias: 'gateway@x.y' })).toMatchObject({
      outcome: 'refused',
      reason: 'Resource unavailable',
    });
    expect(await refused({ alias: 'open@x.y', callerAlias: 'stranger@example.com' })).toMatchObject({
      outcome: 'refused',
      reason: 'Staff only',
    });
  });
});
