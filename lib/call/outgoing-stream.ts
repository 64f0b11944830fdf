import type { DeviceKind } from './device-problems';
import { openStandIn, type StandIn } from './stand-in';

/** What a call sends: one stream for its whole life, with always one audio and one video track in it. */
export class OutgoingStream {
  private stream: MediaStream | null = null;
  private standIns: StandIn[] = [];
  private sent: Partial<Record<DeviceKind, MediaStreamTrack>> = {};

  /** @param onReplaced told when a track in the stream gives way to another */
  constructor(private readonly onReplaced: (previous: MediaStreamTrack, next: MediaStreamTrack) => void) {}

  /** The stream, made of the devices' live tracks, and of stand-ins for the others. Null where it cannot be made. */
  open(): MediaStream | null {
    if (this.stream) return this.stream;
    const tracks = [this.trackFor('microphone'), this.trackFor('camera')].filter((it) => it !== null);
    if (tracks.length === 2) this.stream = new MediaStream(tracks);
    else this.close();
    return this.stream;
  }

  /** Sends a device's track in the place of what was sent of its kind. */
  send(device: DeviceKind, next: MediaStreamTrack) {
    this.sent[device] = next;
    const previous = this.stream?.getTracks().find((track) => track.kind === next.kind);
    if (!this.stream || !previous || previous === next) return;
    this.stream.removeTrack(previous);
    this.stream.addTrack(next);
    this.onReplaced(previous, next);
  }

  isSent(device: DeviceKind): boolean {
    return this.sent[device] !== undefined;
  }

  /** The device was closed. Its track stays in the stream, and gives nothing. */
  drop(device: DeviceKind) {
    delete this.sent[device];
  }

  close() {
    for (const standIn of this.standIns) standIn.close();
    [this.stream, this.standIns] = [null, []];
  }

  private trackFor(device: DeviceKind): MediaStreamTrack | null {
    const track = this.sent[device];
    if (track?.readyState === 'live') return track;
    const standIn = openStandIn(device);
    if (standIn) this.standIns.push(standIn);
    return standIn?.track ?? null;
  }
}
