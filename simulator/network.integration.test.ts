import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callNode, joinNode } from './testing/client';
import { control } from './testing/control';
import { startRooms } from './testing/start-rooms';
import { until } from './testing/until';

let rooms: Awaited<ReturnType<typeof startRooms>>;
beforeAll(async () => {
  rooms = await startRooms({ SIMULATOR_NODES: '0@Harbour,0@Inland', SIMULATOR_TOKEN_SECONDS: '5' });
});
afterAll(() => rooms.stop());

const node = () => rooms.simulator.node;
const cut = (id: string, more: Record<string, unknown> = {}) =>
  control(node(), 'PUT', `participants/${id}/network`, { isCut: true, ...more });
const restore = (id: string) => control(node(), 'DELETE', `participants/${id}/network`);
const isCut = (id: string) => control(node(), 'GET', `participants/${id}`);

/** A request that is not answered; resolves to how it ended, once it does. */
function unanswered(request: Promise<unknown>) {
  let outcome: string | null = null;
  request.then(
    () => (outcome = 'answered'),
    () => (outcome = 'broken off'),
  );
  return () => outcome;
}

describe("a participant's network", () => {
  test('takes the event stream and the requests along, and nobody else, until it is back', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    expect(await cut(guest.uuid)).toEqual({ http: 200, json: { isCut: true } });
    expect(await isCut(guest.uuid)).toMatchObject({ json: { isCut: true } });
    await until('the end of the stream', guest.isStreamOver);
    await expect(guest.call('refresh_token')).rejects.toThrow('fetch failed');
    expect(await host.call('participants', { method: 'GET' })).toMatchObject({
      http: 200,
      result: [{ uuid: host.uuid }, { uuid: guest.uuid }],
    });

    expect(await restore(guest.uuid)).toEqual({ http: 200, json: { isCut: false } });
    await guest.refresh();
    await host.refresh();
    expect(await guest.call('conference_status', { method: 'GET' })).toMatchObject({ http: 200 });
    expect(await restore(guest.uuid)).toMatchObject({ http: 404 });
  });

  test('that swallows requests lets go of them when it is back', async () => {
    const guest = await rooms.joinGuest(rooms.newAlias());
    await cut(guest.uuid, { requests: 'hang' });
    await until('the end of the stream', guest.isStreamOver);
    const outcome = unanswered(guest.call('conference_status', { method: 'GET' }));
    // Time enough for an answer, had it been sent.
    await callNode(node(), `${guest.uuid}/request_token`, { body: { display_name: 'Somebody' } });
    expect(outcome()).toBeNull();
    await restore(guest.uuid);
    await until('the broken request', outcome);
    expect(outcome()).toBe('broken off');
  });

  test('keeps its device from joining anew, by name or by call tag, and others not', async () => {
    const alias = rooms.newAlias();
    const join = (name: string, tag: string) => joinNode(node(), alias, name, { pin: 'none' }, { call_tag: tag });
    const guest = await join('Clara', 'tag-1');
    await cut(guest.uuid);
    await expect(join('Clara', 'tag-2')).rejects.toThrow('fetch failed');
    await expect(join('Somebody', 'tag-1')).rejects.toThrow('fetch failed');
    const other = await join('Dora', 'tag-3');
    await restore(guest.uuid);
    expect((await join('Clara', 'tag-1')).uuid).not.toBe(other.uuid);
  });

  test('may stay away until the token has run out, and is then back for nobody', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    const refreshing = setInterval(() => void host.refresh(), 1000);
    try {
      await cut(guest.uuid);
      await host.sees('participant_delete', { uuid: guest.uuid }, 10_000);
      await expect(guest.call('refresh_token')).rejects.toThrow('fetch failed');
      await restore(guest.uuid);
      expect(await guest.call('refresh_token')).toMatchObject({ http: 403, result: 'Invalid token' });
      expect(guest.events.some(({ event }) => event === 'disconnect')).toBe(false);
    } finally {
      clearInterval(refreshing);
    }
  });

  test('is known for browsers that are there', async () => {
    expect(await cut('nobody')).toMatchObject({ http: 404 });
    const guest = await rooms.joinGuest(rooms.newAlias());
    expect(await control(node(), 'PUT', `participants/${guest.uuid}/network`, { isGone: true })).toMatchObject({
      http: 400,
    });
  });
});

test("a node's network takes all its clients along, and those of other nodes not", async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const far = await joinNode(rooms.simulator.secondNode, alias, 'Far', { pin: 'none' });
  const outside = await control(node(), 'PUT', 'network', { isCut: true });
  expect(outside).toEqual({ http: 200, json: { isCut: true } });
  await until('the end of the stream', host.isStreamOver);
  await expect(host.call('refresh_token')).rejects.toThrow('fetch failed');
  await expect(rooms.joinGuest(alias)).rejects.toThrow('fetch failed');
  await expect(fetch(`${node()}/static/webrtc/js/pexrtc.js`)).rejects.toThrow('fetch failed');
  expect(await far.call('conference_status', { method: 'GET' })).toMatchObject({ http: 200 });
  expect(far.isStreamOver()).toBe(false);

  expect(await control(node(), 'DELETE', 'network')).toEqual({ http: 200, json: { isCut: false } });
  await host.refresh();
  expect(await control(node(), 'DELETE', 'network')).toMatchObject({ http: 404 });
});
