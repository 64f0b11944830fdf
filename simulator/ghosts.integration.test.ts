import { afterAll, beforeAll, expect, test } from 'vitest';
import { callNode, joinNode } from './testing/client';
import { startRooms } from './testing/start-rooms';

let rooms: Awaited<ReturnType<typeof startRooms>>;
beforeAll(async () => {
  rooms = await startRooms({ SIMULATOR_TOKEN_SECONDS: '5' });
});
afterAll(() => rooms.stop());

/** A guest whose page was reloaded: it forgot to hang up, and joins again under the same name and call tag. */
async function reloaded() {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const join = () => joinNode(rooms.simulator.node, alias, 'Clara', { pin: 'none' }, { call_tag: 'tag-1' });
  const ghost = await join();
  const again = await join();
  for (const { uuid } of [ghost, again]) {
    await host.sees('participant_create', { uuid, display_name: 'Clara', call_tag: 'tag-1' });
  }
  const roster = async () => {
    const { result } = await host.call('participants', { method: 'GET' });
    return JSON.stringify(result);
  };
  return { alias, host, ghost, again, roster };
}

test('a new call beside a ghost is one more participant, until the token of the old one runs out', async () => {
  const { host, ghost, again, roster } = await reloaded();
  expect(await roster()).toContain(ghost.uuid);
  expect(await roster()).toContain(again.uuid);
  const refreshing = setInterval(() => void Promise.all([host.refresh(), again.refresh()]), 1000);
  try {
    await host.sees('participant_delete', { uuid: ghost.uuid }, 10_000);
    expect(await roster()).toContain(again.uuid);
    expect(await roster()).not.toContain(ghost.uuid);
  } finally {
    clearInterval(refreshing);
  }
});

test('who kept the token of the ghost releases it, by beacon as well', async () => {
  const { alias, host, ghost, again, roster } = await reloaded();
  const beacon = `${alias}/release_token?token=${ghost.granted.token}`;
  expect(await callNode(rooms.simulator.node, beacon, { body: {} })).toMatchObject({ http: 200, result: true });
  await host.sees('participant_delete', { uuid: ghost.uuid });
  expect(await roster()).toContain(again.uuid);
  expect(again.isStreamOver()).toBe(false);
});

test('who kept the token of the ghost disconnects it', async () => {
  const { host, ghost, again, roster } = await reloaded();
  expect(await ghost.own('disconnect')).toMatchObject({ http: 200, result: true });
  await host.sees('participant_delete', { uuid: ghost.uuid });
  expect(await roster()).toContain(again.uuid);
  // Nor may a guest put anybody else out that way.
  expect(await again.call(`participants/${host.uuid}/disconnect`)).toMatchObject({ http: 403 });
});
