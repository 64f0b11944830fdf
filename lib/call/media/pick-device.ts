import type { DeviceChoice } from './device-choices';

export interface Device {
  id: string;
  label: string;
}

/**
 * Which device to open for what was chosen: the one of that id, else of that name. `isAbsent`: it is not there, and the
 * system's own takes its place. Without permission the list has no names; then the id is tried as it is.
 */
export function pickDevice(
  choice: DeviceChoice | null,
  devices: readonly Device[],
): { id: string | null; isSure: boolean; isAbsent: boolean } {
  if (!choice) return { id: null, isSure: true, isAbsent: false };
  const found =
    devices.find(({ id }) => id === choice.id) ?? devices.find(({ label }) => label !== '' && label === choice.label);
  if (found) return { id: found.id, isSure: true, isAbsent: false };
  const areNamed = devices.some(({ label }) => label !== '');
  return areNamed ? { id: null, isSure: true, isAbsent: true } : { id: choice.id, isSure: false, isAbsent: false };
}

// Chrome lists these two besides the devices that they stand for.
const ALIASES = new Set(['default', 'communications']);

/** The devices of one kind that have a name, as a menu shows them. */
export function devicesOf(kind: MediaDeviceKind, listed: readonly MediaDeviceInfo[]): Device[] {
  return listed
    .filter((each) => each.kind === kind && !ALIASES.has(each.deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}
