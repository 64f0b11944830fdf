import { vi } from 'vitest';

/** A track as a device gives it, which the test mutes by a switch or unplugs. */
export class FakeTrack {
  enabled = true;
  muted = false;
  readyState: 'live' | 'ended' = 'live';
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;
  onended: (() => void) | null = null;
  constructor(
    readonly kind: 'audio' | 'video',
    readonly label: string = kind,
  ) {}
  getSettings = () => ({ deviceId: this.label });
  applyConstraints = vi.fn(async () => {});
  clone = () => new FakeTrack(this.kind, this.label);
  stop = () => void (this.readyState = 'ended');
  setSwitchedOff(isOff: boolean) {
    this.muted = isOff;
    (isOff ? this.onmute : this.onunmute)?.();
  }
  /** As the browser does it: ended without our stop(). */
  end() {
    this.readyState = 'ended';
    this.onended?.();
  }
}

export class FakeStream {
  constructor(private readonly tracks: FakeTrack[] = []) {}
  getTracks = () => [...this.tracks];
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
  addTrack = (track: FakeTrack) => void this.tracks.push(track);
  removeTrack = (track: FakeTrack) => void this.tracks.splice(this.tracks.indexOf(track), 1);
}

/** A computer with these devices, by their names. */
export function stubDevices(present: { audio: string[]; video: string[] }) {
  const opened: FakeTrack[] = [];
  const computer = {
    present,
    opened,
    /** Holds the browser's answer back until it is called. */
    letOpen: null as null | Promise<void>,
    newest: (kind: 'audio' | 'video') => opened.findLast((track) => track.kind === kind)!,
    live: () => opened.filter(({ readyState }) => readyState === 'live').map(({ label }) => label),
  };
  const open = (kind: 'audio' | 'video', wanted: MediaTrackConstraints | undefined) => {
    const id = (wanted?.deviceId as { exact?: string } | undefined)?.exact;
    const name = computer.present[kind].find((each) => !id || each === id);
    if (!name) throw new DOMException('none', 'NotFoundError');
    const track = new FakeTrack(kind, name);
    opened.push(track);
    return track;
  };
  const mediaDevices = Object.assign(new EventTarget(), {
    async getUserMedia({ audio, video }: { audio?: MediaTrackConstraints; video?: MediaTrackConstraints }) {
      await computer.letOpen;
      return new FakeStream([...(audio ? [open('audio', audio)] : []), ...(video ? [open('video', video)] : [])]);
    },
    async enumerateDevices() {
      const list = (kind: string, names: string[]) => names.map((label) => ({ kind, label, deviceId: label }));
      return [...list('audioinput', computer.present.audio), ...list('videoinput', computer.present.video)];
    },
  });
  vi.stubGlobal('navigator', { mediaDevices, userActivation: { hasBeenActive: true } });
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('window', Object.assign(new EventTarget(), { isSecureContext: true }));
  vi.stubGlobal('document', {
    createElement: () => ({
      getContext: () => null,
      captureStream: () => new FakeStream([new FakeTrack('video', 'black')]),
    }),
  });
  vi.stubGlobal(
    'AudioContext',
    class {
      createMediaStreamDestination = () => ({ stream: new FakeStream([new FakeTrack('audio', 'silence')]) });
      close = async () => {};
    },
  );
  return computer;
}
