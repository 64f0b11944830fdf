import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { until } from '../testing/until';
import { connected, rosterNames, startCalls } from './testing-calls';

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

test('a wrong PIN ends in the error text with the camera off, and a second try with the right one works', async () => {
  const caller = await calls.open();
  await caller.dial(alias, 'Hanna', ['9999']);
  const [error] = await until('error', async () => {
    const errors = await caller.seen('onError');
    return errors.length > 0 && errors;
  });
  expect(error).toEqual(['onError', 'Call Failed: Invalid PIN']);
  expect(await caller.run('rtc.token')).toBeNull();
  expect(await caller.run("tracks.filter((track) => track.readyState === 'live').length")).toBe(0);
  await caller.run('rtc.pin = null');
  await caller.dial(alias, 'Hanna', ['1234']);
  await connected(caller);
});

test('hanging up removes the participant at once, stops the camera, and calls nothing back', async () => {
  const { host, guest } = await calls.hostAndGuest(alias, 'none');
  await guest.run('rtc.disconnect()');
  await until('removal', async () => (await rosterNames(host)).join() === 'Hanna');
  expect(await guest.run("tracks.length > 0 && tracks.every((track) => track.readyState === 'ended')")).toBe(true);
  expect(await guest.seen('onDisconnect')).toEqual([]);
  expect(await guest.seen('onError')).toEqual([]);
});

test('a closed page is gone from the conference', async () => {
  const { host, guest } = await calls.hostAndGuest(alias, 'none');
  await guest.page.goto('about:blank');
  await until('removal', async () => (await rosterNames(host)).join() === 'Hanna');
});

test('somebody put out by the host is told why', async () => {
  const { host, guest } = await calls.hostAndGuest(alias, 'none');
  const uuid = await guest.run('rtc.uuid');
  await host.run(`rtc.disconnectParticipant(${JSON.stringify(uuid)})`);
  await until('reason', async () => (await guest.seen('onDisconnect')).length === 1);
  expect(await guest.run("tracks.some((track) => track.readyState === 'live')")).toBe(false);
});

test('a refused camera is an error that leaves the token, until disconnect() gives it back', async () => {
  const host = await calls.host(alias, 'none');
  const caller = await calls.open();
  await caller.run(
    "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError')), 0",
  );
  await caller.run("rtc.pin = '1234'");
  await caller.dial(alias, 'Clara');
  const [error] = await until('error', async () => {
    const errors = await caller.seen('onError');
    return errors.length > 0 && errors;
  });
  expect(error?.[1]).toMatch(/^Error: Could not get access to camera\/microphone\.\n\nHave you allowed access\?/);
  await until('ghost', async () => (await rosterNames(host)).includes('Clara'));
  await caller.run('rtc.disconnect()');
  await until('removal', async () => !(await rosterNames(host)).includes('Clara'));
});

test('a stream the application gave is sent, and lives on after disconnect()', async () => {
  const host = await calls.host(alias, 'none');
  const caller = await calls.open();
  await caller.run('capture({ audio: true, video: true }).then((stream) => (rtc.user_media_stream = stream) && 0)');
  await caller.dial(alias, 'Clara', ['']);
  await connected(caller);
  await until('joined', async () => (await rosterNames(host)).includes('Clara'));
  await caller.run('rtc.disconnect()');
  expect(await caller.run("rtc.user_media_stream.getTracks().every((track) => track.readyState === 'live')")).toBe(
    true,
  );
});

test('hanging up while the camera is still being asked for leaves nothing behind', async () => {
  const host = await calls.host(alias, 'none');
  const caller = await calls.open();
  await caller.run("rtc.pin = '1234'");
  await caller.run(`window.asking = new Promise((resolve) => (window.allow = resolve));
    window.ask = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = (constraints) => asking.then(() => ask(constraints)), 0;`);
  await caller.dial(alias, 'Clara');
  await until('joined', async () => (await rosterNames(host)).includes('Clara'));
  await caller.run('rtc.disconnect(), allow(), 0');
  await until('removal', async () => !(await rosterNames(host)).includes('Clara'));
  await until('late stream', () =>
    caller.run("tracks.length > 0 && tracks.every((track) => track.readyState === 'ended')"),
  );
  expect(await caller.seen('onSetup')).toEqual([]);
});

test('a node that cannot be reached is reported once, in the genuine words', async () => {
  const caller = await calls.open();
  await caller.run(`rtc.makeCall('localhost:1', 'somewhere', 'Clara', null, 'video')`);
  await until('error', async () => (await caller.seen('onError')).length > 0);
  expect(await caller.seen('onError')).toEqual([['onError', 'Error connecting to conference']]);
});

test('a session without media has a roster and connects without a stream', async () => {
  const host = await calls.host(alias, 'none');
  const caller = await calls.open();
  await caller.dial(alias, 'Clara', [''], 'none');
  await connected(caller);
  expect((await caller.seen('onConnect'))[0]).toEqual(['onConnect', 0]);
  await until('roster', async () => (await rosterNames(caller)).join() === 'Clara,Hanna');
  await until('joined', async () => (await rosterNames(host)).includes('Clara'));
});
