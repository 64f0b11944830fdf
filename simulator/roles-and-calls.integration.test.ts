import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './testing/client';
import { startRooms } from './testing/start-rooms';

let rooms: Awaited<ReturnType<typeof startRooms>>;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

const names = (client: Client) => client.events.map(({ event }) => event);

test('only hosts command', async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const guest = await rooms.joinGuest(alias);
  const forHosts = [
    'lock',
    'unlock',
    'muteguests',
    'unmuteguests',
    'start_conference',
    'disconnect',
    'transform_layout',
  ];
  const aboutHost = ['mute', 'disconnect', 'role', 'spotlighton', 'video_muted'].map(
    (path) => `participants/${host.uuid}/${path}`,
  );
  for (const path of [...forHosts, ...aboutHost]) {
    expect({ path, ...(await guest.call(path)) }).toMatchObject({ path, http: 403, status: 'failed' });
  }
  expect(await guest.own('client_mute')).toMatchObject({ http: 200, result: true });
  await host.sees('participant_update', { uuid: guest.uuid, is_client_muted: true });
  expect(await host.call(`participants/${guest.uuid}/mute`)).toMatchObject({ http: 200, result: true });
  await guest.sees('participant_update', { uuid: guest.uuid, is_muted: 'YES' });
});

test('a new role is told to its bearer, whose next refresh carries it', async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const guest = await rooms.joinGuest(alias);
  const role = await host.call(`participants/${guest.uuid}/role`, { body: { role: 'chair' } });
  expect(role).toMatchObject({ http: 200, result: true });
  await guest.sees('refresh_token');
  expect(await guest.call('refresh_token')).toMatchObject({ result: { role: 'HOST', expires: '120' } });
});

describe('presenting', () => {
  test('tells everyone but the presenter, and a new presenter displaces', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    expect(await guest.own('take_floor')).toMatchObject({ http: 200, result: null });
    await host.sees('presentation_start', { presenter_uuid: guest.uuid, presenter_name: 'Guest' });
    expect(await host.own('take_floor')).toMatchObject({ http: 200, result: null });
    await guest.sees('presentation_start', { presenter_uuid: host.uuid });
    await host.own('release_floor');
    await guest.sees('presentation_stop');
    expect(names(host)).not.toContain('presentation_stop');
  });
});

describe('calls', () => {
  test('with an unusable offer are refused, and leave the participant as it was', async () => {
    const host = await rooms.joinHost(rooms.newAlias());
    expect(await host.own('calls', { body: { call_type: 'WEBRTC', sdp: 'nonsense' } })).toMatchObject({
      http: 403,
      status: 'failed',
    });
    expect(await host.own('calls', { body: {} })).toMatchObject({ http: 400, status: 'failed' });
    const { result } = await host.call('participants', { method: 'GET' });
    expect(result).toMatchObject([{ uuid: host.uuid, has_media: false }]);
  });
  test('for slides are for those who are in, and to send them for those who may present', async () => {
    const alias = rooms.newAlias();
    const guest = await rooms.joinGuest(alias);
    for (const present of ['send', 'receive']) {
      const offer = { body: { call_type: 'WEBRTC', sdp: 'v=0', present } };
      expect(await guest.own('calls', offer)).toMatchObject({ http: 403, result: 'Presentation is not allowed' });
    }
    const host = await rooms.joinHost(alias);
    const unusable = { body: { call_type: 'WEBRTC', sdp: 'v=0', present: 'send' } };
    expect(await host.own('calls', unusable)).toMatchObject({ http: 403, result: 'Media process disconnected' });
    expect(host.events.map(({ event }) => event)).not.toContain('presentation_stop');
  });
  test('are made for oneself only', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    const offer = { body: { call_type: 'WEBRTC', sdp: 'v=0' } };
    expect(await host.call(`participants/${guest.uuid}/calls`, offer)).toMatchObject({ http: 403 });
  });
  test('ask policy about the media leg and its location', async () => {
    const host = await rooms.joinHost(rooms.newAlias());
    await host.own('calls', { body: { call_type: 'WEBRTC', sdp: 'nonsense' } });
    const { query } = rooms.policy.asked('participant/properties').at(-1) ?? {};
    expect(Object.fromEntries(query ?? [])).toMatchObject({
      participant_type: 'standard',
      protocol: 'webrtc',
      participant_uuid: host.uuid,
      preauthenticated_role: 'chair',
    });
    const location = Object.fromEntries(rooms.policy.asked('participant/location').at(-1)?.query ?? []);
    expect(location).toMatchObject({ protocol: 'webrtc', location: 'Harbour', service_tag: 't' });
  });
});
