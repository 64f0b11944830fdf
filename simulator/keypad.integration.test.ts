import { afterAll, beforeAll, expect, test } from 'vitest';
import { control } from './testing/control';
import { startRooms } from './testing/start-rooms';

let rooms: Awaited<ReturnType<typeof startRooms>>;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

const look = async (id: string) => control(rooms.simulator.node, 'GET', `participants/${id}`);

test('digits are kept with whoever sent them, and with whoever heard them', async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const guest = await rooms.joinGuest(alias);
  expect(await guest.own('dtmf', { body: { digits: '12' } })).toMatchObject({ http: 200, result: true });
  await guest.own('dtmf', { body: { digits: '#' } });
  expect(await host.call(`participants/${guest.uuid}/dtmf`, { body: { digits: '9*' } })).toMatchObject({ http: 200 });
  expect(await look(guest.uuid)).toMatchObject({ http: 200, json: { digits: '12#', digitsHeard: '9*' } });
  expect(await look(host.uuid)).toMatchObject({ json: { digits: '', digitsHeard: '' } });
});

test('what no keypad has, other people and calls that are over are refused', async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const guest = await rooms.joinGuest(alias);
  expect(await guest.own('dtmf', { body: { digits: 'hello' } })).toMatchObject({ http: 400 });
  expect(await guest.own('calls/none/dtmf', { body: { digits: '1' } })).toMatchObject({ http: 403 });
  expect(await guest.call(`participants/${host.uuid}/dtmf`, { body: { digits: '1' } })).toMatchObject({ http: 403 });
  expect(await look(host.uuid)).toMatchObject({ json: { digits: '', digitsHeard: '' } });
});

test('the rest of what somebody has done can be read as well', async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const guest = await rooms.joinGuest(alias);
  const fresh = {
    ...{ id: guest.uuid, displayName: 'Guest', conference: alias, role: 'guest', isAdmitted: true, hasMedia: false },
    ...{ isMuted: false, isClientMuted: false, isVideoMuted: false, isSpeaking: false, isPresenting: false },
    ...{ handRaisedAt: null, spotlightAt: null, showsCaptions: false, isCut: false },
  };
  expect(await look(guest.uuid)).toMatchObject({ json: fresh });
  await guest.own('buzz');
  await guest.own('client_mute');
  await guest.own('video_muted');
  await guest.own('take_floor');
  await host.call(`participants/${guest.uuid}/mute`);
  await host.call(`participants/${guest.uuid}/spotlighton`);
  expect(await look(guest.uuid)).toMatchObject({
    json: {
      ...{ isMuted: true, isClientMuted: true, isVideoMuted: true, isPresenting: true },
      ...{ handRaisedAt: expect.any(Number), spotlightAt: expect.any(Number) },
    },
  });
  await guest.call('release_token');
  expect(await look(guest.uuid)).toMatchObject({ http: 404 });
});
