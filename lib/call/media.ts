import { capture, captureBoth, type Captured } from './capture';
import type { DeviceKind, DeviceProblem } from './device-problems';
import { openStandIn, type StandIn } from './stand-in';

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
  /** What a call sends: the same stream for its whole life, always one audio and one video track. */
  outgoing(): MediaStream;
  /** Told when a track in the outgoing stream gives way to another. */
  onReplaced: (previous: MediaStreamTrack, next: MediaStreamTrack) => void;
  /** Closes everything. A device that opens late is closed again at once; `open` may follow. */
  close(): void;
}

const allOff: MediaSnapshot = { microphone: { status: 'off' }, camera: { status: 'off' }, preview: null };
const bothDevices: DeviceKind[] = ['microphone', 'camera'];

export function createLocalMedia(): LocalMedia {
  let snapshot = allOff;
  let outgoing: MediaStream | null = null;
  let standIns: StandIn[] = [];
  let opening = 0; // what was asked for before the last close() belongs to nobody
  const tracks: Partial<Record<DeviceKind, MediaStreamTrack>> = {};
  const listeners = new Set<() => void>();

  function set(change: Partial<MediaSnapshot>) {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  function install(device: DeviceKind, captured: Captured) {
    if (!captured.ok) return set({ [device]: { status: 'failed', problem: captured.problem } });
    const { track } = captured;
    // Fires when the device is unplugged or its permission withdrawn, not after our own stop().
    track.onended = () => {
      if (tracks[device] !== track) return;
      set({ [device]: { status: 'failed', problem: 'missing' }, ...(device === 'camera' && { preview: null }) });
    };
    tracks[device] = track;
    exchange(track);
    set({ [device]: { status: 'on' }, ...(device === 'camera' && { preview: new MediaStream([track]) }) });
  }

  function exchange(next: MediaStreamTrack) {
    const previous = outgoing?.getTracks().find((track) => track.kind === next.kind);
    if (!outgoing || !previous || previous === next) return;
    outgoing.removeTrack(previous);
    outgoing.addTrack(next);
    media.onReplaced(previous, next);
  }

  /** Runs one capture and drops its fruit if close() came in between. */
  async function settle(devices: DeviceKind[], run: () => Promise<Partial<Record<DeviceKind, Captured>>>) {
    const asked = opening;
    for (const device of devices) set({ [device]: { status: 'starting' } });
    const captured = await run();
    for (const device of devices) {
      const result = captured[device];
      if (!result) continue;
      if (asked === opening) install(device, result);
      else if (result.ok) result.track.stop();
    }
  }

  const media: LocalMedia = {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open(wanted) {
      const devices = bothDevices.filter((device) => wanted[device]);
      const [only] = devices;
      if (devices.length === 2) await settle(devices, captureBoth);
      else if (only) await media.turn(only, true);
    },
    async turn(device, on) {
      if (snapshot[device].status === 'starting') return;
      const track = tracks[device];
      const isLive = track?.readyState === 'live';
      if (device === 'microphone' && track && isLive) {
        track.enabled = on;
        return set({ microphone: { status: on ? 'on' : 'off' } });
      }
      if (on) return settle([device], async () => ({ [device]: await capture(device) }));
      track?.stop();
      set({ [device]: { status: 'off' }, ...(device === 'camera' && { preview: null }) });
    },
    outgoing() {
      outgoing ??= new MediaStream(
        bothDevices.map((device) => {
          const track = tracks[device];
          if (track?.readyState === 'live') return track;
          const standIn = openStandIn(device);
          standIns.push(standIn);
          return standIn.track;
        }),
      );
      return outgoing;
    },
    onReplaced: () => {},
    close() {
      opening += 1;
      for (const device of bothDevices) tracks[device]?.stop();
      for (const standIn of standIns) standIn.close();
      [tracks.microphone, tracks.camera, outgoing, standIns] = [undefined, undefined, null, []];
      set(allOff);
    },
  };
  return media;
}
