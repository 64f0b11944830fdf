import { capture, captureBoth, type Captured, type WantedDevice } from '../capture';
import { mayAskForDevices, permissionFor } from '../device-circumstances';
import type { DeviceKind } from '../device-problems';
import { availableDevices, refreshDevices } from './available-devices';
import { deviceChoices } from './device-choices';
import { pickDevice } from './pick-device';

type Opened = Partial<Record<DeviceKind, Captured>>;
export type OpenDevices = (devices: readonly DeviceKind[]) => Promise<Opened>;

/** Opens the chosen ones of these devices, both with one question. */
export async function openChosen(devices: readonly DeviceKind[]): Promise<Opened> {
  const choices = deviceChoices.get();
  const hasChosen = devices.some((device) => choices[device]);
  if (hasChosen) await refreshDevices();
  const wanted = { microphone: wantedDevice('microphone'), camera: wantedDevice('camera') };
  const [only] = devices;
  const opened =
    devices.length > 1 || !only ? await captureBoth(wanted) : { [only]: await capture(only, wanted[only]) };
  // Now they have names; only who has chosen one has to wait for them.
  const named = refreshDevices();
  if (hasChosen) await named;
  return opened;
}

/** The same, but before the visitor's first click only those that the browser opens without asking. */
export async function openIfAllowed(devices: readonly DeviceKind[]): Promise<Opened> {
  if (devices.length === 0) return {};
  if (mayAskForDevices()) return openChosen(devices);
  const permissions = await Promise.all(devices.map(permissionFor));
  const allowed = devices.filter((_, index) => permissions[index] === 'granted');
  return allowed.length > 0 ? openChosen(allowed) : {};
}

function wantedDevice(device: DeviceKind): WantedDevice {
  const { id, isSure } = pickDevice(deviceChoices.get()[device], availableDevices.get()[device]);
  if (id === null) return {};
  return { deviceId: isSure ? { exact: id } : { ideal: id } };
}

/** The name of the chosen device where this track is of another. */
export function replacedBy(device: DeviceKind, track: MediaStreamTrack): string | null {
  const choice = deviceChoices.get()[device];
  const isAnother = pickDevice(choice, availableDevices.get()[device]).isAbsent && choice?.label !== track.label;
  return isAnother ? (choice?.label ?? null) : null;
}

/** Tells how an open device fares, beginning now. Our own stop() ends it silently; unplugging it does not. */
export function followTrack(
  track: MediaStreamTrack,
  { onHeldBack, onEnded }: { onHeldBack: (isHeldBack: boolean) => void; onEnded: () => void },
): void {
  const follow = () => onHeldBack(track.muted);
  [track.onmute, track.onunmute, track.onended] = [follow, follow, onEnded];
  follow();
}

/** Why an open device has ended by itself: it was unplugged, or the page may not use it any more. */
export async function whyEnded(device: DeviceKind, track: MediaStreamTrack): Promise<'denied' | 'unplugged'> {
  const { deviceId } = track.getSettings();
  const devices = (await refreshDevices())[device];
  // Without permission the list has no ids.
  return devices.some(({ id }) => id === '' || id === deviceId) ? 'denied' : 'unplugged';
}
