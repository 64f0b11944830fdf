import { capture, captureBoth, type Captured } from './capture';
import { captureScreen, stopTracks } from './capture-screen';
import type { DeviceKind, DeviceProblem } from './device-problems';
import { OutgoingStream } from './outgoing-stream';
import { createStore } from './store';

// The one owner of the visitor's devices: only this module opens and closes them, so that a light never stays on.

export type DeviceStatus =
  { status: 'off' } | { status: 'starting' } | { status: 'on' } | { status: 'failed'; problem: DeviceProblem };

export interface MediaSnapshot {
  microphone: DeviceStatus;
  camera: DeviceStatus;
  /** One's own picture, null while the camera is off. */
  preview: MediaStream | null;
}

export interface LocalMedia {
  snapshot(): MediaSnapshot;
  subscribe(listener: () => void): () => void;
  /** Opens what is wanted. Failures end up in the snapshot; it never throws. */
  open(wanted: Record<DeviceKind, boolean>): Promise<void>;
  /** Off stops the camera, so that its light goes out; the microphone is only silenced, to come back at once. */
  turn(device: DeviceKind, on: boolean): Promise<void>;
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

const allOff: MediaSnapshot = { microphone: { status: 'off' }, camera: { status: 'off' }, preview: null };

/** The devices of this browser. */
export class BrowserMedia implements LocalMedia {
  private readonly store = createStore(allOff);
  private readonly stream = new OutgoingStream();
  private tracks: Partial<Record<DeviceKind, MediaStreamTrack>> = {};
  private screen: MediaStream | null = null;
  private opening = 0; // what was asked for before the last close() belongs to nobody

  readonly snapshot = () => this.store.get();
  readonly subscribe = (listener: () => void) => this.store.subscribe(listener);
  onReplaced: LocalMedia['onReplaced'] = () => {};
  onScreenEnded: LocalMedia['onScreenEnded'] = () => {};

  async open(wanted: Record<DeviceKind, boolean>) {
    if (wanted.microphone && wanted.camera) return this.settle(['microphone', 'camera'], captureBoth);
    if (wanted.microphone) return this.turn('microphone', true);
    if (wanted.camera) return this.turn('camera', true);
  }

  async turn(device: DeviceKind, on: boolean) {
    if (this.snapshot()[device].status === 'starting') return;
    const track = this.tracks[device];
    if (device === 'microphone' && track?.readyState === 'live') {
      track.enabled = on;
      return this.store.set({ microphone: { status: on ? 'on' : 'off' } });
    }
    if (on) return this.settle([device], async () => ({ [device]: await capture(device) }));
    track?.stop();
    this.store.set({ [device]: { status: 'off' }, ...(device === 'camera' && { preview: null }) });
  }

  async openScreen() {
    const asked = this.opening;
    const screen = await captureScreen();
    if (asked !== this.opening) stopTracks(screen);
    if (!screen || asked !== this.opening) return null;
    this.closeScreen();
    this.screen = screen;
    // Fires at the browser's own "stop sharing", not at our stop().
    screen.getVideoTracks()[0]?.addEventListener('ended', () => this.screen === screen && this.onScreenEnded());
    return screen;
  }

  closeScreen() {
    stopTracks(this.screen);
    this.screen = null;
  }

  outgoing() {
    return this.stream.open((device) => this.tracks[device]);
  }

  close() {
    this.opening += 1;
    this.closeScreen();
    this.tracks.microphone?.stop();
    this.tracks.camera?.stop();
    this.tracks = {};
    this.stream.close();
    this.store.set(allOff);
  }

  /** Runs one capture and drops its fruit if close() came in between. */
  private async settle(devices: DeviceKind[], run: () => Promise<Partial<Record<DeviceKind, Captured>>>) {
    const asked = this.opening;
    for (const device of devices) this.store.set({ [device]: { status: 'starting' } });
    const captured = await run();
    for (const device of devices) {
      const result = captured[device];
      if (!result) continue;
      if (asked === this.opening) this.install(device, result);
      else if (result.ok) result.track.stop();
    }
  }

  private install(device: DeviceKind, captured: Captured) {
    if (!captured.ok) return this.store.set({ [device]: { status: 'failed', problem: captured.problem } });
    const { track } = captured;
    // Fires when the device is unplugged or its permission withdrawn, not after our own stop().
    track.onended = () => {
      if (this.tracks[device] !== track) return;
      this.store.set({
        [device]: { status: 'failed', problem: 'missing' },
        ...(device === 'camera' && { preview: null }),
      });
    };
    this.tracks[device] = track;
    const previous = this.stream.exchange(track);
    if (previous) this.onReplaced(previous, track);
    this.store.set({ [device]: { status: 'on' }, ...(device === 'camera' && { preview: new MediaStream([track]) }) });
  }
}
