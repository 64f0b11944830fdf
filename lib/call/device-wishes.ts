import type { DeviceKind } from './device-problems';
import type { DeviceStatus, MediaSnapshot } from './media';

export type DeviceWishes = Record<DeviceKind, boolean>;

/**
 * Which devices to open when the visitor comes back. What was turned off stays off; a device that failed keeps the wish
 * from before, so that it is tried again.
 */
export function wishesAfter(devices: Pick<MediaSnapshot, DeviceKind>, before: DeviceWishes): DeviceWishes {
  const wish = (device: DeviceStatus, wasWanted: boolean) =>
    device.status === 'failed' ? wasWanted : device.status !== 'off';
  return { microphone: wish(devices.microphone, before.microphone), camera: wish(devices.camera, before.camera) };
}
