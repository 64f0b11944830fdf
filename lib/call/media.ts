import type { DeviceKind, DeviceProblem } from './device-problems';
import type { Background, BackgroundState } from './media/backgrounds';
import type { DeviceChoice } from './media/device-choices';
import type { Heard } from './media/sound-level';

// What a call needs of the visitor's devices. media/browser-media.ts is their one owner: only it opens and closes them,
// so that a light never stays on.

export type DeviceStatus =
  { status: 'off' } | { status: 'starting' } | { status: 'on' } | { status: 'failed'; problem: DeviceProblem };

export interface MediaSnapshot {
  microphone: DeviceStatus;
  camera: DeviceStatus;
  /** One's own picture as it is sent, null while the camera is off. */
  preview: MediaStream | null;
  /** Open, and gives nothing: a switch on the device, or the system, holds it back. */
  heldBack: Record<DeviceKind, boolean>;
  /** The name of what was chosen or used before, where another had to take its place. */
  replaced: Record<DeviceKind, string | null>;
  background: BackgroundState;
}

export const allOff: MediaSnapshot = {
  microphone: { status: 'off' },
  camera: { status: 'off' },
  preview: null,
  heldBack: { microphone: false, camera: false },
  replaced: { microphone: null, camera: null },
  background: { status: 'ready' },
};

export interface LocalMedia {
  snapshot(): MediaSnapshot;
  subscribe(listener: () => void): () => void;
  /**
   * Opens what is wanted. Before the visitor's first click only what the browser opens without asking. Failures end up in
   * the snapshot; it never throws.
   */
  open(wanted: Record<DeviceKind, boolean>): Promise<void>;
  /** Off stops the camera, so that its light goes out; the microphone is only silenced, to come back at once. */
  turn(device: DeviceKind, on: boolean): Promise<void>;
  /** Remembers which one to use, null for the system's own, and changes over to it where one is on. */
  choose(device: DeviceKind, choice: DeviceChoice | null): Promise<void>;
  /** Remembers what to put behind oneself, and changes over to it where the camera is on. */
  chooseBackground(background: Background): Promise<void>;
  /** Tells how loud the open microphone is, muted or not, 20 times a second at most. */
  listen(listener: (heard: Heard) => void): () => void;
  /** What a call sends: the same stream for its whole life. Null where the browser cannot make one. */
  outgoing(): MediaStream | null;
  /** The screen or window that the visitor picks; null when they pick none, or the browser cannot. */
  openScreen(): Promise<MediaStream | null>;
  closeScreen(): void;
  /** Told when the visitor ends it by the browser's own button. */
  onScreenEnded: () => void;
  /** Told when a track in the outgoing stream gives way to another. */
  onReplaced: (previous: MediaStreamTrack, next: MediaStreamTrack) => void;
  /** Closes everything. A device that opens late is closed again at once; `open` may follow. */
  close(): void;
}
