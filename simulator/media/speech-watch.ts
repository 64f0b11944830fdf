import { SpeechMeter } from './speech-meter';

/** Is told of all who speak, by participant id. */
export type SpeakersListener = (speakers: ReadonlySet<string>) => void;

const LOOK_EVERY_MS = 500;

/** Reports who speaks when that has changed, at most twice a second. Times are milliseconds of `performance.now()`. */
export class SpeechWatch {
  private readonly meter = new SpeechMeter();
  private lookedAt = 0;
  private reported = '';

  constructor(private readonly onSpeakers: SpeakersListener) {}

  hear(participantId: string, frame: Int16Array): void {
    this.meter.hear(participantId, frame);
  }

  look(now: number): void {
    if (now - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = now;
    const speakers = this.meter.speakers(now);
    const key = [...speakers].sort().join(' ');
    if (key === this.reported) return;
    this.reported = key;
    this.onSpeakers(speakers);
  }
}
