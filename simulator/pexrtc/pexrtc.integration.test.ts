import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { until } from '../testing/until';
import { hearsAndSees, LONG_MS, rosterNames, startCalls } from './testing-calls';

// Three browser pages encode and decode at once; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let calls: Awaited<ReturnType<typeof startCalls>>;
let alias = '';
let count = 0;

beforeAll(async () => {
  calls = await startCalls();
});
afterAll(async () => {
  await calls?.stop();
});
beforeEach(() => {
  alias = `pexrtc-test-${++count}`;
});
afterEach(async () => {
  await calls.closePages();
});

test('a host with PIN and a guest without see and hear each other, and go on doing so with other devices', async () => {
  const { host, guest } = await calls.hostAndGuest(alias);
  await Promise.all([hearsAndSees(host), hearsAndSees(guest)]);
  const order = (await host.seen()).map(([name]) => name);
  expect((await host.seen('onSetup'))[0]).toEqual(['onSetup', 2, 'optional']);
  expect(order.indexOf('onSetup')).toBeLessThan(order.indexOf('onSyncBegin'));
  expect(order.indexOf('onSyncBegin')).toBeLessThan(order.indexOf('onSyncEnd'));
  expect(order.indexOf('onSyncEnd')).toBeLessThan(order.indexOf('onConnect'));
  expect((await host.seen('onConnect'))[0]).toEqual(['onConnect', 2]);
  expect(await host.seen('onError')).toEqual([]);
  expect(await host.run('rtc.role')).toBe('HOST');
  expect(await guest.run('rtc.role')).toBe('GUEST');
  expect(await rosterNames(guest)).toEqual(['Gustav', 'Hanna']);
  const statistics = await until('statistics', () => host.run('rtc.getMediaStatistics().incoming.video?.codec'));
  expect(statistics).toBe('VP8');

  // What one does shows at the other.
  expect(await guest.run('rtc.muteVideo(true)')).toBe(true);
  await until('video mute', async () => (await host.roster()).some((member) => member.is_video_muted));
  await guest.run("rtc.sendChatMessage('hello there')");
  await until('chat', async () => JSON.stringify(await host.seen('onChatMessage')).includes('hello there'));

  // Another microphone, and no camera for a while.
  await host.run('rtc.video_source = false, rtc.renegotiate(false)');
  await until('second onConnect', async () => (await host.seen('onConnect')).length === 2);
  expect(await host.run("tracks.filter((track) => track.kind === 'video' && track.readyState === 'live').length")).toBe(
    0,
  );
  await host.run('rtc.renegotiate(true)');
  await until('still connected', async () => (await host.figures()).isConnected);
  const before = (await guest.figures()).audioEnergy;
  await until('sound goes on', async () => (await guest.figures()).audioEnergy > before, LONG_MS);
});

test('a shared screen reaches the other until it ends, or until the other takes the floor', async () => {
  const { host, guest } = await calls.hostAndGuest(alias);
  const share = async (caller: typeof host, times: number) => {
    await caller.run("rtc.user_presentation_stream = drawnScreen(), rtc.present('screen')");
    await until('own share', async () => (await caller.seen('onScreenshareConnected')).length === times);
    expect(await caller.run('rtc.screenshare_requested')).toBe(true);
  };
  await share(host, 1);
  await until('slides', async () => (await guest.figures()).slideFrames > 3, LONG_MS);
  expect((await guest.seen('onPresentation'))[0]?.slice(0, 2)).toEqual(['onPresentation', true]);
  await host.run('rtc.present(null)');
  await until('end of slides', async () => (await guest.seen('onPresentation')).some(([, isActive]) => !isActive));
  expect(await host.seen('onScreenshareStopped')).toEqual([['onScreenshareStopped', 'Presentation ended']]);
  expect(await guest.seen('onPresentationDisconnected')).toHaveLength(1);

  await share(host, 2);
  await share(guest, 1);
  await until('end of the first', async () => (await host.seen('onScreenshareStopped')).length === 2);
  expect(await host.run('rtc.screenshare_requested')).toBe(false);
  expect(await guest.run('rtc.screenshare_requested')).toBe(true);
  await until('slides the other way', async () => (await host.figures()).slideFrames > 3, LONG_MS);
});

test('a viewer who sends nothing, whose browser therefore hides its addresses, still sees the others', async () => {
  const host = await calls.host(alias, 'video');
  const viewer = await calls.openWithoutPermission();
  await viewer.dial(alias, 'Vera', [''], 'recvonly');
  await until('picture', async () => (await viewer.figures()).frames > 5, LONG_MS);
  expect((await viewer.seen('onSetup'))[0]).toEqual(['onSetup', 0, 'optional']);
  expect(await viewer.run("rtc.call.pc.localDescription.sdp.includes('.local ')")).toBe(true);
  expect(await rosterNames(host)).toContain('Vera');
});
