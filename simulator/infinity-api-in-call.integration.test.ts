import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadInfinityApi } from './testing/load-infinity-api';
import { startRooms } from './testing/start-rooms';

// Pexip's own request functions, which throw when the node's reply does not fit Pexip's schema.

const API = await loadInfinityApi();

let rooms: Awaited<ReturnType<typeof startRooms>>;
beforeAll(async () => {
  rooms = await startRooms({ SIMULATOR_LIVE_CAPTIONS: 'true' });
});
afterAll(() => rooms.stop());

async function join() {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const guest = await rooms.joinGuest(alias);
  const as = ({ granted }: typeof host) => ({
    ...{ fetcher: API.withToken(fetch, granted.token), host: rooms.simulator.node },
    params: { conferenceAlias: alias, participantUuid: guest.uuid },
  });
  return { host: as(host), guest: as(guest) };
}

test('captions are shown and hidden', async () => {
  const { guest } = await join();
  expect(await API.showLiveCaptions(guest)).toMatchObject({ status: 200, data: { result: null } });
  expect(await API.hideLiveCaptions(guest)).toMatchObject({ status: 200, data: { result: null } });
});

test('keys are pressed', async () => {
  const { guest } = await join();
  expect(await API.dtmfParticipant({ ...guest, body: { digits: '1#' } })).toMatchObject({ status: 200 });
});

test('hosts dial out, guests do not', async () => {
  const { host, guest } = await join();
  const body = { destination: 'carol@example.net', protocol: 'sip', role: 'GUEST' } as const;
  expect(await API.dial({ ...host, body })).toMatchObject({ status: 200, data: { result: [expect.any(String)] } });
  // The package knows no other status than 200 here.
  await expect(API.dial({ ...guest, body })).rejects.toThrow('Unexpected status 403');
});
