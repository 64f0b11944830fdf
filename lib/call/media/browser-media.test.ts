import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubDevices } from '@/lib/testing/scripted-devices';
import { BrowserMedia } from './browser-media';
import { deviceChoices } from './device-choices';

let computer: ReturnType<typeof stubDevices>;
let media: BrowserMedia;
/** Names of what gave way to what in the stream of the call. */
let replaced: [string, string][];

beforeEach(() => {
  deviceChoices.set({ camera: null, microphone: null, background: 'none' });
  computer = stubDevices({ audio: ['built-in', 'headset'], video: ['webcam', 'document camera'] });
  [media, replaced] = [new BrowserMedia(), []];
  media.onReplaced = (previous, next) => replaced.push([previous.label, next.label]);
  return () => {
    media.close();
    vi.unstubAllGlobals();
  };
});

const both = { microphone: true, camera: true };
const status = () => [media.snapshot().microphone.status, media.snapshot().camera.status];
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const sent = () =>
  media
    .outgoing()!
    .getTracks()
    .map(({ label }) => label)
    .sort();
async function talking() {
  await media.open(both);
  media.outgoing();
}
/** Holds the browser's question open. */
function hold() {
  let answer = () => {};
  computer.letOpen = new Promise((resolve) => (answer = resolve));
  return answer;
}

describe('devices in a call', () => {
  it('are exchanged while one talks, the old one closed', async () => {
    await talking();
    await media.choose('microphone', { id: 'headset', label: 'headset' });
    await media.choose('camera', { id: 'document camera', label: 'document camera' });
    expect(replaced).toEqual([
      ['built-in', 'headset'],
      ['webcam', 'document camera'],
    ]);
    expect([sent(), computer.live(), status()]).toEqual([
      ['document camera', 'headset'],
      ['headset', 'document camera'],
      ['on', 'on'],
    ]);
  });

  it('chosen while off stay off, and are the ones that come on later', async () => {
    await talking();
    await media.turn('camera', false);
    await media.choose('camera', { id: 'document camera', label: 'document camera' });
    expect([status(), computer.live()]).toEqual([['on', 'off'], ['built-in']]);
    await media.turn('camera', true);
    expect(computer.live()).toEqual(['built-in', 'document camera']);
  });

  it('the camera goes dark when it is off, and the microphone is only silenced', async () => {
    await talking();
    await media.turn('camera', false);
    await media.turn('microphone', false);
    const microphone = computer.newest('audio');
    expect([status(), computer.live(), microphone.enabled]).toEqual([['off', 'off'], ['built-in'], false]);
    await media.turn('microphone', true);
    expect([microphone.enabled, computer.opened.length]).toEqual([true, 2]);
  });

  it('opened again give way to the new ones, also a microphone that was only silenced', async () => {
    await talking();
    await media.turn('microphone', false);
    await media.turn('camera', false);
    await media.open(both);
    expect([computer.opened.length, computer.live(), status()]).toEqual([4, ['built-in', 'webcam'], ['on', 'on']]);
    media.close();
    expect(computer.live()).toEqual([]);
  });

  it('all end with the call', async () => {
    await talking();
    media.close();
    expect([status(), computer.live()]).toEqual([['off', 'off'], []]);
  });
});

describe('a device that is unplugged', () => {
  it('as the microphone of who speaks gives way to another, by name', async () => {
    await talking();
    computer.present.audio = ['headset'];
    computer.newest('audio').end();
    expect(status()[0]).toBe('failed');
    await vi.waitFor(() => expect(status()[0]).toBe('on'));
    expect([replaced, media.snapshot().replaced.microphone]).toEqual([[['built-in', 'headset']], 'built-in']);
  });

  it('as the microphone of who is muted turns nothing on', async () => {
    await talking();
    await media.turn('microphone', false);
    computer.present.audio = ['headset'];
    computer.newest('audio').end();
    await settled();
    expect([media.snapshot().microphone, computer.live()]).toEqual([
      { status: 'failed', problem: 'missing' },
      ['webcam'],
    ]);
  });

  it('as the camera waits for a press: another may look elsewhere', async () => {
    await talking();
    computer.present.video = ['document camera'];
    computer.newest('video').end();
    await settled();
    expect([media.snapshot().camera, media.snapshot().preview, computer.live()]).toEqual([
      { status: 'failed', problem: 'missing' },
      null,
      ['built-in'],
    ]);
  });

  it('and one that is still there was forbidden', async () => {
    await talking();
    computer.newest('audio').end();
    await settled();
    expect(media.snapshot().microphone).toEqual({ status: 'failed', problem: 'denied' });
  });

  it('after another took its place is nobody’s loss', async () => {
    await talking();
    const old = computer.newest('audio');
    await media.choose('microphone', { id: 'headset', label: 'headset' });
    old.onended?.();
    await settled();
    expect(status()).toEqual(['on', 'on']);
  });
});

it('a switch on the device is seen, and forgotten with the device', async () => {
  await talking();
  const [microphone, camera] = [computer.newest('audio'), computer.newest('video')];
  microphone.setSwitchedOff(true);
  expect(media.snapshot().heldBack).toEqual({ microphone: true, camera: false });
  microphone.setSwitchedOff(false);
  camera.setSwitchedOff(true);
  expect(media.snapshot().heldBack).toEqual({ microphone: false, camera: true });
  await media.turn('camera', false);
  expect(media.snapshot().heldBack.camera).toBe(false);
  camera.setSwitchedOff(true); // late, from a device that is not ours any more
  expect(media.snapshot().heldBack.camera).toBe(false);
});

describe('a device that opens late', () => {
  it('after the call has ended is closed at once', async () => {
    const answer = hold();
    const opening = media.open(both);
    media.close();
    answer();
    await opening;
    expect([computer.opened.length, computer.live(), status()]).toEqual([2, [], ['off', 'off']]);
  });

  it('after it was turned off is closed at once, and the other stays', async () => {
    const answer = hold();
    const opening = media.open(both);
    await media.turn('camera', false);
    answer();
    await opening;
    expect([computer.live(), status()]).toEqual([['built-in'], ['on', 'off']]);
  });

  it('after another was chosen gives way to that', async () => {
    const answer = hold();
    const opening = media.open(both);
    const choosing = media.choose('microphone', { id: 'headset', label: 'headset' });
    answer();
    await Promise.all([opening, choosing]);
    expect([computer.live().sort(), status()]).toEqual([
      ['headset', 'webcam'],
      ['on', 'on'],
    ]);
  });
});

it('a device that fails is told apart from the other', async () => {
  computer.present.video = [];
  await media.open(both);
  expect([media.snapshot().microphone, media.snapshot().camera]).toEqual([
    { status: 'on' },
    { status: 'failed', problem: 'missing' },
  ]);
});
