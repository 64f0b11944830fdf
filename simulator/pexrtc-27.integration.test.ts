import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { allHearAndSee, startWireCalls } from './testing/wire-calls';

// PexRTC up to Infinity 27 cannot be shipped here; a client of our own does on the wire what client-api.md says of it.

vi.setConfig({ testTimeout: 150_000, hookTimeout: 120_000 });

let calls: Awaited<ReturnType<typeof startWireCalls>>;
let alias = '';
let count = 0;

beforeAll(async () => {
  calls = await startWireCalls();
});
afterAll(() => calls?.stop());
beforeEach(() => {
  alias = `wire 27/${++count}`; // what has to be percent-encoded
});
afterEach(() => calls.closePages());

type Pages = Awaited<ReturnType<typeof calls.openTwo>>;

async function connect([host, guest]: Pages, usesTrickle: boolean): Promise<void> {
  await host.join(27, alias, 'Hanna', { pin: '1234', usesTrickle });
  await guest.join(27, alias, 'Gustav', { usesTrickle });
  await allHearAndSee([host, guest]);
  for (const page of [host, guest]) {
    expect(await page.notes('onConnect')).toEqual([2]);
    expect(await page.notes('onError')).toEqual([]);
  }
  const { requests } = await guest.seen();
  expect(requests.every((line) => line.endsWith(' 200') || line === 'POST request_token 403')).toBe(true);
  expect(requests.some((line) => line.includes('new_candidate'))).toBe(usesTrickle);
}

test('with candidates inside the offer, host and guest get a remote stream, picture and sound', async () => {
  await connect(await calls.openTwo(), false);
});

test('sound alone connects', async () => {
  const [host, guest] = await calls.openTwo();
  await host.join(27, alias, 'Hanna', { pin: '1234' });
  await guest.join(27, alias, 'Gustav', { callType: 'audioonly' });
  await guest.noted('onConnect');
  await guest.sees('sound', ({ soundEnergy }) => soundEnergy > 0.0001);
});

describe('slides in calls of their own', () => {
  test('reach the others, and stop when the call that sends them is hung up, candidates being trickled', async () => {
    const [host, guest] = await calls.openTwo();
    await connect([host, guest], true);
    await guest.page.evaluate(() => window.wire.legacy().startSideCall('send'));
    await host.noted('onPresentationConnected');
    await host.sees('slides', ({ slideFrames }) => slideFrames > 5);
    await host.hearsAndSees();
    expect(await guest.notes('presentation_start')).toEqual([]);
    await guest.page.evaluate(() => window.wire.legacy().endSideCall('send'));
    await host.noted('presentation_stop');
    await guest.hearsAndSees();
    // A second time, in the same call.
    await guest.page.evaluate(() => window.wire.legacy().startSideCall('send'));
    const { slideFrames } = await host.seen();
    await host.sees('slides again', (now) => now.slideFrames > slideFrames + 5);
  });

  test('go to and come from generation 36, and whoever takes the floor ends the call of the one before', async () => {
    const [host, guest] = await calls.openTwo();
    await host.join(36, alias, 'Hanna', { pin: '1234' });
    await guest.join(27, alias, 'Gustav');
    await guest.page.evaluate(() => window.wire.legacy().startSideCall('send'));
    await host.sees('slides of 27', ({ slideFrames }) => slideFrames > 5);
    await host.page.evaluate(() => window.wire.current().share());
    await guest.noted('onScreenshareStopped');
    await guest.sees('slides of 36', ({ slideFrames }) => slideFrames > 5);
    expect(await host.notes('onScreenshareStopped')).toEqual([]);
    await allHearAndSee([host, guest]);
  });
});

test('leaving by beacon frees the place at once', async () => {
  const [host, guest] = await calls.openTwo();
  await host.join(27, alias, 'Hanna', { pin: '1234', callType: 'none' });
  await guest.join(27, alias, 'Gustav', { callType: 'none' });
  expect(await guest.page.evaluate(() => window.wire.client?.leave())).toBe(200);
  await host.noted('participant_delete');
  expect((await guest.seen()).requests.at(-1)).toMatch(/calls\/undefined\/disconnect 200$/);
});
