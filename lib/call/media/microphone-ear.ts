import { heardIn, type Heard } from './sound-level';

const LOOK_EVERY_MS = 50;
/** 85 ms at 48 kHz: more than lies between two looks, so that no short sound falls between them. */
const SAMPLES = 4096;

/**
 * Hears the open microphone while somebody listens, also when it is muted: by a copy of its track that stays enabled. The
 * copy is joined to a meter and to nothing else, so what it hears goes nowhere.
 */
export class MicrophoneEar {
  private readonly listeners = new Set<(heard: Heard) => void>();
  private microphone: MediaStreamTrack | null = null;
  private isNothing = true; // up to now, also where nobody has listened for a while
  private stopHearing: (() => void) | null = null;

  /** The microphone that is open now; null when none is. */
  attach(microphone: MediaStreamTrack | null): void {
    if (this.microphone === microphone) return;
    [this.microphone, this.isNothing] = [microphone, true];
    this.update(true);
  }

  listen(listener: (heard: Heard) => void): () => void {
    this.listeners.add(listener);
    this.update(false);
    return () => {
      this.listeners.delete(listener);
      this.update(false);
    };
  }

  private update(isAnother: boolean) {
    const isWanted = this.microphone !== null && this.listeners.size > 0;
    if (isAnother || !isWanted) {
      this.stopHearing?.();
      this.stopHearing = null;
    }
    if (!this.microphone) for (const listener of this.listeners) listener({ level: 0, isNothing: false });
    if (isWanted && !this.stopHearing && this.microphone) {
      this.stopHearing = hear(this.microphone, (samples) => {
        const heard = heardIn(samples, this.isNothing);
        this.isNothing = heard.isNothing;
        this.listeners.forEach((listener) => listener(heard));
      });
    }
  }
}

function hear(microphone: MediaStreamTrack, onSamples: (samples: Float32Array) => void): (() => void) | null {
  try {
    const context = new AudioContext();
    const copy = microphone.clone();
    copy.enabled = true;
    const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
    context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      // Asleep until the visitor has touched the page: then nothing was heard, and not silence.
      if (context.state !== 'running') return void context.resume().catch(() => {});
      analyser.getFloatTimeDomainData(samples);
      onSamples(samples);
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      copy.stop();
      void context.close();
    };
  } catch {
    return null; // some browsers limit how many audio contexts a page may have: then there is no meter
  }
}
