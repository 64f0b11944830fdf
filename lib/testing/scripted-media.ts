import { allOff, type LocalMedia, type MediaSnapshot } from '@/lib/call/media';

/** Devices that open at once, as they are wanted; `change` makes them fare otherwise. */
export function scriptedMedia() {
  let devices: MediaSnapshot = allOff;
  const status = (isOn: boolean) => ({ status: isOn ? ('on' as const) : ('off' as const) });
  const media: LocalMedia & { change(change: Partial<MediaSnapshot>): void } = {
    change: (change) => void (devices = { ...devices, ...change }),
    snapshot: () => devices,
    subscribe: () => () => {},
    open: async ({ microphone, camera }) => media.change({ microphone: status(microphone), camera: status(camera) }),
    turn: async (device, on) => media.change({ [device]: status(on) }),
    choose: async () => {},
    chooseBackground: async () => {},
    listen: () => () => {},
    outgoing: () => ({ id: 'ours' }) as MediaStream, // handed on untouched: only its identity matters
    openScreen: async () => null,
    closeScreen: () => {},
    onReplaced: () => {},
    onScreenEnded: () => {},
    close: () => void (devices = allOff),
  };
  return media;
}
