import { beforeEach, describe, expect, it } from 'vitest';
import { scriptedMedia } from '@/lib/testing/scripted-media';
import { CallDevices } from './call-devices';
import type { DeviceWishes } from './device-wishes';

let media: ReturnType<typeof scriptedMedia>;
beforeEach(() => void (media = scriptedMedia()));

const opened = (wanted?: DeviceWishes) => {
  const devices = new CallDevices(media, wanted);
  devices.open();
  return devices;
};
const now = () => [media.snapshot().microphone.status, media.snapshot().camera.status];

describe('joining with sound only', () => {
  it('turns the camera off and leaves the microphone on', async () => {
    const devices = opened();
    expect([await devices.withSoundOnly(), now()]).toEqual([true, ['on', 'off']]);
  });

  it('leaves muted who has muted in the lobby', async () => {
    const devices = opened();
    await devices.turn('microphone', false);
    expect([await devices.withSoundOnly(), now()]).toEqual([true, ['off', 'off']]);
  });

  it('leaves muted who comes back muted', async () => {
    const devices = opened({ microphone: false, camera: true });
    await devices.withSoundOnly();
    expect(now()).toEqual(['off', 'off']);
  });

  it('turns on a microphone that was never opened, since the browser would have asked', async () => {
    const devices = opened();
    media.change({ microphone: { status: 'off' }, camera: { status: 'off' } });
    await devices.withSoundOnly();
    expect(now()).toEqual(['on', 'off']);
  });

  it('and of one that was muted and is on again', async () => {
    const devices = opened();
    await devices.turn('microphone', false);
    await devices.turn('microphone', true);
    await devices.withSoundOnly();
    expect(now()).toEqual(['on', 'off']);
  });

  it('says so where the microphone does not open', async () => {
    const devices = opened();
    media.turn = async (device) => media.change({ [device]: { status: 'failed', problem: 'in-use' } });
    expect(await devices.withSoundOnly()).toBe(false);
  });
});

describe('a muted microphone stays muted in the next call', () => {
  const failed = { status: 'failed', problem: 'missing' } as const;

  it('also where it was unplugged meanwhile', async () => {
    const devices = opened();
    await devices.turn('microphone', false);
    media.change({ microphone: failed });
    devices.close();
    devices.open();
    expect(now()).toEqual(['off', 'on']);
  });

  it('also where another is chosen instead of it', async () => {
    const devices = opened();
    media.choose = async (device) =>
      void (media.snapshot()[device].status !== 'off' && media.change({ [device]: { status: 'on' } }));
    await devices.turn('microphone', false);
    media.change({ microphone: failed });
    await devices.choose('microphone', null);
    expect(now()).toEqual(['off', 'on']);
  });

  it('and one that was not muted is tried again', () => {
    const devices = opened();
    media.change({ microphone: failed });
    devices.close();
    devices.open();
    expect(now()).toEqual(['on', 'on']);
  });

  it('also where the call was lost while a key was held to speak', async () => {
    const devices = opened();
    await devices.turn('microphone', false);
    await devices.talk(true);
    expect([now(), devices.areLeftOn()]).toEqual([['on', 'on'], { isMicrophoneOn: false, isCameraOn: true }]);
    devices.close();
    devices.open();
    expect(now()).toEqual(['off', 'on']);
  });

  it('but not where both were turned on again by one press', async () => {
    const devices = opened();
    await devices.turn('microphone', false);
    await devices.turn('camera', false);
    await devices.turnOnBoth();
    expect([now(), devices.wishes(), devices.areLeftOn()]).toEqual([
      ['on', 'on'],
      { microphone: true, camera: true },
      { isMicrophoneOn: true, isCameraOn: true },
    ]);
  });
});

describe('devices that are set aside', () => {
  it('are closed, and come back as they were', async () => {
    const devices = opened();
    await devices.turn('camera', false);
    const bringBack = devices.setAside();
    expect([now(), devices.wishes()]).toEqual([['off', 'off'], { microphone: true, camera: false }]);
    bringBack();
    expect(now()).toEqual(['on', 'off']);
  });

  it('stay closed where they were closed for good meanwhile', () => {
    const devices = opened();
    const bringBack = devices.setAside();
    devices.close();
    bringBack();
    expect(now()).toEqual(['off', 'off']);
  });

  it('that were not open are not opened', () => {
    const devices = new CallDevices(media);
    devices.setAside()();
    expect(now()).toEqual(['off', 'off']);
  });

  it('twice come back once, and all the same', () => {
    const devices = opened();
    devices.setAside();
    devices.setAside()();
    expect(now()).toEqual(['on', 'on']);
  });
});
