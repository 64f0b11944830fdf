import { createStore } from '../store';
import type { ChosenKind } from './device-choices';
import { devicesOf, type Device } from './pick-device';

export type AvailableDevices = Record<ChosenKind, Device[]>;

const store = createStore<AvailableDevices>({ camera: [], microphone: [], speaker: [] });
let followers = 0;

/** Asks the browser anew. It tells names only once the page may use a device. */
export async function refreshDevices(): Promise<AvailableDevices> {
  try {
    const listed = await navigator.mediaDevices.enumerateDevices();
    store.set({
      camera: devicesOf('videoinput', listed),
      microphone: devicesOf('audioinput', listed),
      speaker: devicesOf('audiooutput', listed),
    });
  } catch {
    // No devices in this page at all: the list stays empty.
  }
  return store.get();
}

const onChange = () => void refreshDevices();

/** The devices of this computer, while somebody looks. */
export const availableDevices = {
  get: store.get,
  subscribe(listener: () => void): () => void {
    const stop = store.subscribe(listener);
    followers += 1;
    if (followers === 1) navigator.mediaDevices?.addEventListener('devicechange', onChange);
    void refreshDevices();
    return () => {
      stop();
      followers -= 1;
      if (followers === 0) navigator.mediaDevices?.removeEventListener('devicechange', onChange);
    };
  },
};
