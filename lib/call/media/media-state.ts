import type { DeviceKind } from '../device-problems';
import { allOff, type DeviceStatus, type MediaSnapshot } from '../media';
import { createStore } from '../store';

/** How the devices stand, for whoever follows it. */
export function createMediaState() {
  const store = createStore(allOff);
  const setFact = <K extends 'heldBack' | 'replaced'>(
    fact: K,
    device: DeviceKind,
    value: MediaSnapshot[K][DeviceKind],
  ) => {
    const before = store.get()[fact];
    if (before[device] !== value) store.set({ [fact]: { ...before, [device]: value } });
  };
  return {
    ...store,
    setStatus: (device: DeviceKind, status: DeviceStatus) => store.set({ [device]: status }),
    setHeldBack: (device: DeviceKind, isHeldBack: boolean) => setFact('heldBack', device, isHeldBack),
    setReplaced: (device: DeviceKind, name: string | null) => setFact('replaced', device, name),
  };
}
