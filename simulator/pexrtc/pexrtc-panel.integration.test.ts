import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { control } from '../testing/control';
import { until } from '../testing/until';
import { hearsAndSees, LONG_MS, rosterNames, startCalls } from './testing-calls';
import type { CallerPage } from './testing-page';

// Browser pages encode and decode at once; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let calls: Awaited<ReturnType<typeof startCalls>>;
let alias = '';
let count = 0;

beforeAll(async () => {
  calls = await startCalls({ SIMULATOR_LIVE_CAPTIONS: 'true' });
});
afterAll(async () => {
  await calls?.stop();
});
beforeEach(() => {
  alias = `panel-test-${++count}`;
});
afterEach(async () => {
  await calls.closePages();
});

const uuidOf = async (caller: CallerPage) => z.string().parse(await caller.run('rtc.uuid'));
const look = (id: string) => control(calls.node, 'GET', `participants/${id}`);

test('a host dials out, with a callback and without', async () => {
  const host = await calls.host(alias, 'none');
  const outcome = await host.run(
    "new Promise((resolve) => rtc.dialOut('carol@example.net', 'sip', 'guest', resolve, { remote_display_name: 'Carol' }))",
  );
  expect(outcome).toEqual({ status: 'success', result: [expect.any(String)] });
  await until('Carol', async () => (await rosterNames(host)).includes('Carol'));
  const blocking = "rtc.dialOut('dave@example.net', 'h323', 'guest', undefined, { remote_display_name: 'Dave' })";
  expect(await host.run(blocking)).toEqual({ status: 'success', result: [expect.any(String)] });
  await until('Dave', async () => (await rosterNames(host)).includes('Dave'));
  const refused = "new Promise((resolve) => rtc.dialOut('eve@example.net', 'pigeon', 'guest', resolve))";
  expect(await host.run(refused)).toEqual({
    status: 'failed',
    result: [],
    detail: 'Invalid request: protocol',
  });
});

test('captions, tones and voices are where they belong', async () => {
  const { host, guest } = await calls.hostAndGuest(alias);
  const [hostId, guestId] = await Promise.all([uuidOf(host), uuidOf(guest)]);
  await until('captions to be had', () => guest.run('rtc.live_captions_available'));
  await guest.run('rtc.showLiveCaptions()');
  await until('captions on', async () => JSON.stringify(await look(guestId)).includes('"showsCaptions":true'));
  await control(calls.node, 'POST', 'captions', { conference: alias, text: 'Good morning', from: hostId });
  await until('the caption', async () => (await guest.seen('onLiveCaptions')).length === 1);
  expect((await guest.seen('onLiveCaptions'))[0]?.[1]).toMatchObject({ data: 'Good morning', is_final: true });
  expect(await host.seen('onLiveCaptions')).toEqual([]);

  await guest.run("rtc.sendDTMF('12'), rtc.sendDTMF('#')");
  await until('the tones', async () => JSON.stringify(await look(guestId)).includes('"digits":"12#"'));

  // Chromium's fake microphone beeps every second.
  const speaks = (id: string) => `"participant_uuid":"${id}","stage_index":`;
  const hears = async (caller: CallerPage, id: string) => {
    const stages = (await caller.seen('onStageUpdate')).map((stage) => JSON.stringify(stage));
    return stages.some((stage) => stage.includes(speaks(id)) && /"vad":100/.test(stage.split(speaks(id))[1] ?? ''));
  };
  await until('the voice of the guest', () => hears(host, guestId), LONG_MS);
  await until('speech', async () => JSON.stringify(await look(guestId)).includes('"isSpeaking":true'), LONG_MS);
  await host.run(`rtc.setParticipantMute(${JSON.stringify(guestId)}, true)`);
  await until('silence', async () => JSON.stringify(await look(guestId)).includes('"isSpeaking":false'));
});

test('a call outlives the loss of its network: the same participant, no ghost, sound and picture again', async () => {
  const { host, guest } = await calls.hostAndGuest(alias);
  const guestId = await uuidOf(guest);
  await Promise.all([hearsAndSees(host), hearsAndSees(guest)]);
  await control(calls.node, 'PUT', `participants/${guestId}/network`, { isCut: true });
  await until('the lost connection', async () => !(await guest.figures()).isConnected, LONG_MS);
  expect(await guest.seen('onDisconnect')).toEqual([]);

  await control(calls.node, 'DELETE', `participants/${guestId}/network`);
  await until('the connection', async () => (await guest.figures()).isConnected, LONG_MS);
  const { audioEnergy, frames } = await guest.figures();
  await until('more sound', async () => (await guest.figures()).audioEnergy > audioEnergy, LONG_MS);
  // The picture begins with a whole one, which the browser asks for every few seconds: it took four to nine.
  await until('more picture', async () => (await guest.figures()).frames > frames, 2 * LONG_MS);
  await until('a second roster', async () => (await guest.seen('onSyncEnd')).length >= 2, LONG_MS);
  expect(await uuidOf(guest)).toBe(guestId);
  expect(await rosterNames(host)).toEqual(['Gustav', 'Hanna']);
  expect(await guest.seen('onError')).toEqual([]);
});
