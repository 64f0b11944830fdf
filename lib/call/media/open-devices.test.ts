import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeTrack, stubDevices } from '@/lib/testing/scripted-devices';
import { deviceChoices } from './device-choices';
import { followTrack, openChosen, openIfAllowed, replacedBy, whyEnded } from './open-devices';

let computer: ReturnType<typeof stubDevices>;
let permissions: Record<string, PermissionState>;

function page(hasBeenClicked: boolean) {
  computer = stubDevices({ audio: ['built-in', 'headset'], video: ['webcam'] });
  vi.stubGlobal('navigator', {
    mediaDevices: navigator.mediaDevices,
    userActivation: { hasBeenActive: hasBeenClicked },
    permissions: { query: async ({ name }: { name: string }) => ({ state: permissions[name] }) },
  });
}
beforeEach(() => {
  deviceChoices.set({ camera: null, microphone: null, background: 'none' });
  permissions = { microphone: 'prompt', camera: 'prompt' };
  return () => vi.unstubAllGlobals();
});
const asTrack = (track: FakeTrack) => track as unknown as MediaStreamTrack;

describe('before the visitor’s first click', () => {
  it('nothing is opened that the browser would ask about', async () => {
    page(false);
    expect([await openIfAllowed(['microphone', 'camera']), computer.opened]).toEqual([{}, []]);
  });

  it('what it opens without asking is opened, and only that', async () => {
    page(false);
    permissions = { microphone: 'granted', camera: 'denied' };
    await openIfAllowed(['microphone', 'camera']);
    expect(computer.live()).toEqual(['built-in']);
  });

  it('and nothing that is not wanted', async () => {
    page(true);
    expect([await openIfAllowed([]), computer.opened]).toEqual([{}, []]);
  });
});

it('after it, what is wanted is opened', async () => {
  page(true);
  await openIfAllowed(['microphone', 'camera']);
  expect(computer.live().sort()).toEqual(['built-in', 'webcam']);
});

describe('a chosen device', () => {
  it('is the one that is opened', async () => {
    page(true);
    deviceChoices.set({ microphone: { id: 'headset', label: 'headset' } });
    await openChosen(['microphone']);
    expect(computer.live()).toEqual(['headset']);
  });

  it('that is not there gives way to the system’s own, and its name is told', async () => {
    page(true);
    deviceChoices.set({ microphone: { id: 'gone', label: 'desk microphone' } });
    await openChosen(['microphone']);
    expect(computer.live()).toEqual(['built-in']);
    expect(replacedBy('microphone', asTrack(computer.newest('audio')))).toBe('desk microphone');
  });
});

describe('an open device', () => {
  it('that is switched off already when it opens is seen at once', () => {
    const track = new FakeTrack('audio');
    track.muted = true;
    const seen: boolean[] = [];
    followTrack(asTrack(track), { onHeldBack: (isHeldBack) => seen.push(isHeldBack), onEnded: () => {} });
    track.setSwitchedOff(false);
    expect(seen).toEqual([true, false]);
  });

  it('that has ended was unplugged when it is gone, and forbidden when it is there or nothing can be told', async () => {
    page(true);
    const track = asTrack(new FakeTrack('audio', 'headset'));
    expect(await whyEnded('microphone', track)).toBe('denied');
    computer.present.audio = ['built-in'];
    expect(await whyEnded('microphone', track)).toBe('unplugged');
    computer.present.audio = ['']; // without permission the list has no names, and no ids
    expect(await whyEnded('microphone', track)).toBe('denied');
  });
});
