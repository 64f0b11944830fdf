import type { ReceivedAudio } from './audio-frames';
import type { Mixer } from './mixer';
import { createPicture, type Colour, type Picture } from './picture';
import {
  RTCAudioSink,
  RTCAudioSource,
  RTCPeerConnection,
  RTCVideoSink,
  RTCVideoSource,
  type PeerConnection,
} from './wrtc';

/** A caller for tests: sends one colour and one tone to a mixer, and keeps what comes back. */
export class TestingPeer {
  readonly peer: PeerConnection = new RTCPeerConnection({ iceServers: [] });
  picture: Picture | null = null;
  slides: Picture | null = null;
  isConnected = false;
  private heard: Int16Array[] = [];
  private readonly stops: (() => void)[] = [];

  constructor(
    readonly name: string,
    private readonly sent: { colour: Colour; slides?: Colour; hertz: number },
  ) {}

  async join(mixer: Pick<Mixer, 'join'>): Promise<string> {
    this.sendTone(this.sent.hertz);
    this.sendColour(this.sent.colour);
    this.sendColour(this.sent.slides ?? this.sent.colour);
    await this.peer.setLocalDescription(await this.peer.createOffer());
    const { answerSdp } = await mixer.join({
      callId: this.name,
      participantId: this.name,
      displayName: this.name,
      offerSdp: this.peer.localDescription?.sdp ?? '',
      events: { onConnected: () => (this.isConnected = true), onFailed: () => (this.isConnected = false) },
    });
    await this.peer.setRemoteDescription({ type: 'answer', sdp: answerSdp });
    this.receive();
    return answerSdp;
  }

  /** Strength (0 to 1 of full scale) at which a tone is in the last half second of received sound. */
  loudness(hertz: number): number {
    let [sine, cosine] = [0, 0];
    const samples = this.heard.flatMap((frame) => [...frame]);
    samples.forEach((sample, index) => {
      const angle = (2 * Math.PI * hertz * index) / 48_000;
      sine += sample * Math.sin(angle);
      cosine += sample * Math.cos(angle);
    });
    return samples.length === 0 ? 0 : (2 * Math.hypot(sine, cosine)) / samples.length / 32_768;
  }

  leave(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.peer.close();
  }

  private receive(): void {
    const [audio, video, slides] = this.peer.getTransceivers().map(({ receiver }) => receiver.track);
    if (!audio || !video || !slides) throw new Error('three media lines were offered');
    const ears = new RTCAudioSink(audio);
    ears.ondata = ({ samples, sampleRate }: ReceivedAudio) => {
      if (sampleRate === 48_000) this.heard = [...this.heard, samples].slice(-50);
    };
    const eyes = new RTCVideoSink(video);
    eyes.onframe = ({ frame }: { frame: Picture }) => (this.picture = frame);
    const slideEyes = new RTCVideoSink(slides);
    slideEyes.onframe = ({ frame }: { frame: Picture }) => (this.slides = frame);
    this.stops.unshift(...[ears, eyes, slideEyes].map((sink) => () => sink.stop()));
  }

  private sendTone(hertz: number): void {
    const source = new RTCAudioSource();
    const track = source.createTrack();
    this.peer.addTransceiver(track, { direction: 'sendrecv' });
    let position = 0;
    const timer = setInterval(() => {
      const samples = Int16Array.from({ length: 480 }, () => {
        return 6_000 * Math.sin((2 * Math.PI * hertz * position++) / 48_000);
      });
      source.onData({ samples, sampleRate: 48_000 });
    }, 10);
    this.stops.push(() => (clearInterval(timer), track.stop()));
  }

  private sendColour(colour: Colour): void {
    const source = new RTCVideoSource();
    const track = source.createTrack();
    this.peer.addTransceiver(track, { direction: 'sendrecv' });
    const picture = createPicture(320, 240, colour);
    const timer = setInterval(() => source.onFrame(picture), 66);
    this.stops.push(() => (clearInterval(timer), track.stop()));
  }
}

/** Mean of the three planes inside a part of a picture; parts are given as fractions of its sides. */
export function meanColour(picture: Picture, part = { left: 0.4, right: 0.6, top: 0.4, bottom: 0.6 }): Colour {
  const half = picture.width / 2;
  const luma = picture.width * picture.height;
  const mean = (offset: number, width: number, height: number) => {
    let [sum, count] = [0, 0];
    for (let row = Math.floor(height * part.top); row < Math.floor(height * part.bottom); row++) {
      for (let column = Math.floor(width * part.left); column < Math.floor(width * part.right); column++) {
        sum += picture.data[offset + row * width + column] ?? 0;
        count++;
      }
    }
    return Math.round(sum / count);
  };
  return {
    y: mean(0, picture.width, picture.height),
    u: mean(luma, half, picture.height / 2),
    v: mean(luma + luma / 4, half, picture.height / 2),
  };
}

/** Polls until the condition holds; fails with the last reading when it does not in time. */
export async function eventually<T>(read: () => T, holds: (value: T) => boolean, timeoutMs = 12_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = read();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
