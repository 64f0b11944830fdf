import type { DeviceKind } from './device-problems';
import { openStandIn, type StandIn } from './stand-in';

type TrackOf = (device: DeviceKind) => MediaStreamTrack | undefined;

/** What a call sends: one stream for its whole life, with always one audio and one video track in it. */
export class OutgoingStream {
  private stream: MediaStream | null = null;
  private standIns: StandIn[] = [];

  /** The stream, made of the devices' live tracks, and of stand-ins for the others. Null where it cannot be made. */
  open(trackOf: TrackOf): MediaStream | null {
    if (this.stream) return this.stream;
    const tracks = [this.trackFor('microphone', trackOf), this.trackFor('camera', trackOf)].filter((it) => it !== null);
    if (tracks.length === 2) this.stream = new MediaStream(tracks);
    else this.close();
    return this.stream;
  }

  /** Puts a track in the place of the other of its kind, and returns that one; null where nothing changed. */
  exchange(next: MediaStreamTrack): MediaStreamTrack | null {
    const previous = this.stream?.getTracks().find((track) => track.kind === next.kind);
    if (!this.stream || !previous || previous === next) return null;
    this.stream.removeTrack(previous);
    this.stream.addTrack(next);
    return previous;
  }

  close() {
    for (const standIn of this.standIns) standIn.close();
    [this.stream, this.standIns] = [null, []];
  }

  private trackFor(device: DeviceKind, trackOf: TrackOf): MediaStreamTrack | null {
    const track = trackOf(device);
    if (track?.readyState === 'live') return track;
    const standIn = openStandIn(device);
    if (standIn) this.standIns.push(standIn);
    return standIn?.track ?? null;
  }
}
