import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { allHearAndSee, startWireCalls } from './testing/wire-calls';

// PexRTC of Infinity 36 cannot be shipped here; a client of our own does on the wire what client-api.md says of it.

vi.setConfig({ testTimeout: 150_000, hookTimeout: 120_000 });

let calls: Awaited<ReturnType<typeof startWireCalls>>;
let alias = '';
let count = 0;

beforeAll(async () => {
  calls = await startWireCalls();
});
afterAll(() => calls?.stop());
beforeEach(() => {
  alias = `wire 36/${++count}`; // what has to be percent-encoded
});
afterEach(() => calls.closePages());

test('host and guest connect with three lines, and every request is answered as the client expects', async () => {
  const [host, guest] = await calls.openTwo();
  await guest.join(36, alias, 'Gustav');
  await host.join(36, alias, 'Hanna', { pin: '1234' });
  await allHearAndSee([host, guest]);
  for (const page of [host, guest]) {
    expect(await page.notes('onConnect')).toEqual([['sendrecv', 'sendrecv', 'sendrecv']]);
    expect(await page.notes('onError')).toEqual([]);
    const { requests } = await page.seen();
    expect(requests).toContain('GET theme/ 204');
    expect(requests.some((line) => line.endsWith('new_candidate 200'))).toBe(true);
    expect(requests.slice(1).filter((line) => !/ 20[04]$/.test(line))).toEqual([]);
  }
  const updates = await guest.notes('conference_update');
  expect(updates.length).toBeGreaterThan(1);
  expect(updates.every((update) => JSON.stringify(update).includes('"direct_media":false'))).toBe(true);

  // An update is answered, be it for fresh ICE or for a camera that stops, and picture and sound go on.
  await guest.page.evaluate(() => window.wire.current().restartIce());
  expect(await guest.notes('updated')).toEqual([['sendrecv', 'sendrecv', 'sendrecv']]);
  await allHearAndSee([host, guest]);
  await guest.page.evaluate(() => window.wire.current().stopCamera());
  expect((await guest.notes('updated')).at(-1)).toEqual(['sendrecv', 'recvonly', 'sendrecv']);
  await allHearAndSee([host, guest]); // in the place of the guest's picture stands his name
});

test('one who only speaks and one who only watches connect too', async () => {
  const [[host, speaker], viewer] = await Promise.all([calls.openTwo(), calls.open()]);
  await host.join(36, alias, 'Hanna', { pin: '1234' });
  await speaker.join(36, alias, 'Sven', { callType: 'audioonly' });
  await viewer.join(36, alias, 'Vera', { callType: 'recvonly' });
  expect(await speaker.notes('onConnect')).toEqual([['sendrecv', 'sendrecv']]);
  expect(await viewer.notes('onConnect')).toEqual([['recvonly', 'recvonly', 'sendrecv']]);
  await speaker.sees('sound', ({ soundEnergy }) => soundEnergy > 0.0001);
  await viewer.hearsAndSees();
});

test('a wrong PIN is told in words, and the right one still lets in', async () => {
  const page = await calls.open();
  await page.join(36, alias, 'Mallory', { pin: '9999' });
  expect(await page.notes('onSetup')).toEqual(['optional']);
  expect(await page.notes('onError')).toEqual(['Call Failed: Invalid PIN']);
  await page.join(36, alias, 'Hanna', { pin: '1234', callType: 'none' });
  expect(await page.seen()).toMatchObject({ role: 'HOST' });
});

test('sharing is told to the others alone, and whoever shares next takes over', async () => {
  const [host, guest] = await calls.openTwo();
  await host.join(36, alias, 'Hanna', { pin: '1234' });
  await guest.join(36, alias, 'Gustav');
  await guest.page.evaluate(() => window.wire.current().share());
  await host.sees('slides', ({ slideFrames }) => slideFrames > 5);
  expect(await guest.notes('onScreenshareStopped')).toEqual([]);
  await host.page.evaluate(() => window.wire.current().share());
  await guest.sees('slides the other way', ({ slideFrames }) => slideFrames > 5);
  await guest.noted('onScreenshareStopped'); // by the event stream, which may be behind the picture
  expect(await guest.notes('onScreenshareStopped')).toEqual(['Presentation ended']);
  await host.page.evaluate(() => window.wire.current().endShare());
  await guest.noted('presentation_stop');
  expect(await host.notes('presentation_stop')).toEqual([]);
});

test('a new role comes with a refresh; leaving ends the call and gives the token back', async () => {
  const [host, guest] = await calls.openTwo();
  await host.join(36, alias, 'Hanna', { pin: '1234', callType: 'none' });
  await guest.join(36, alias, 'Gustav');
  const uuid = await guest.page.evaluate(() => window.wire.client?.uuid ?? '');
  await host.page.evaluate(
    (target) => window.wire.client?.requests.post(`participants/${target}/role`, { role: 'chair' }),
    uuid,
  );
  expect((await guest.noted('onRoleUpdate')).role).toBe('HOST');
  expect(await guest.page.evaluate(() => window.wire.client?.leave())).toBe(200);
  await host.noted('participant_delete');
  expect(await host.notes('participant_delete')).toEqual([{ uuid }]);
});

test('an unknown alias is told in words', async () => {
  const page = await calls.open();
  await page.join(36, 'nobody', 'Mallory');
  expect(await page.notes('onError')).toEqual(['Call Failed: Neither conference nor gateway found']);
});
