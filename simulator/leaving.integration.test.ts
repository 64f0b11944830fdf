import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { callNode } from './testing/client';
import { startRooms } from './testing/start-rooms';
import { until } from './testing/until';

let rooms: Awaited<ReturnType<typeof startRooms>>;
beforeAll(async () => {
  rooms = await startRooms({ SIMULATOR_TOKEN_SECONDS: '3', SIMULATOR_HOSTLESS_SECONDS: '1' });
});
afterAll(() => rooms.stop());

describe('the end', () => {
  test("by one's own wish: no event about it, and the stream is over", async () => {
    const guest = await rooms.joinGuest(rooms.newAlias());
    expect(await guest.call('release_token')).toMatchObject({ http: 200, result: true });
    await until('the end of the stream', guest.isStreamOver);
    expect(guest.events.map(({ event }) => event)).not.toContain('disconnect');
  });
  test('by a host for one: the reason for that one, a delete for the rest', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    expect(await host.call(`participants/${guest.uuid}/disconnect`)).toMatchObject({ http: 200 });
    await guest.sees('disconnect', { reason: 'Disconnected by another participant' });
    await host.sees('participant_delete', { uuid: guest.uuid });
    await until('the end of the stream', guest.isStreamOver);
    expect(await guest.call('refresh_token')).toMatchObject({ http: 403, status: 'success', result: 'Invalid token' });
    expect(await guest.call('release_token')).toMatchObject({ http: 200, result: true });
    expect(await guest.own('calls/undefined/disconnect')).toMatchObject({ http: 200, result: null });
  });
  test('by a host for all', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    await host.call('disconnect');
    await guest.sees('disconnect', { reason: 'Conference terminated by another participant' });
  });
  test('of a client that fell silent: by the clock', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    const refreshing = setInterval(() => void host.refresh(), 1000);
    try {
      await guest.sees('disconnect', { reason: 'Timer expired awaiting token refresh' });
      await host.sees('participant_delete', { uuid: guest.uuid });
      expect(await host.call('conference_status', { method: 'GET' })).toMatchObject({ http: 200 });
    } finally {
      clearInterval(refreshing);
    }
  });
  test('of guests whose host has gone', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    await host.call('release_token');
    await guest.sees('disconnect', { reason: 'All conference hosts departed hosted conference' });
  });
});

test('a refreshed token replaces the old one, which still serves requests under way', async () => {
  const host = await rooms.joinHost(rooms.newAlias());
  const { result } = await host.call('refresh_token');
  const { token } = z.looseObject({ token: z.string() }).parse(result);
  expect(token).not.toBe(host.granted.token);
  const status = { method: 'GET', headers: { token } } as const;
  expect(await host.call('conference_status', status)).toMatchObject({ http: 200 });
  expect(await host.call('conference_status', { method: 'GET' })).toMatchObject({ http: 200 });
});

test('a token opens its own alias only', async () => {
  const host = await rooms.joinHost(rooms.newAlias());
  const other = rooms.newAlias();
  await rooms.joinHost(other);
  const headers = { token: host.granted.token };
  expect(await callNode(rooms.simulator.node, `${other}/participants`, { method: 'GET', headers })).toMatchObject({
    http: 403,
    result: 'Invalid token',
  });
});
