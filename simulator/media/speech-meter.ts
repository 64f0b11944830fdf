/** Root mean square of 16-bit samples over half a second: about -41 dB of full scale, a low voice near a microphone. */
const LOUD = 300;
/** Pauses between words are no silence. */
const HOLD_MS = 1_200;
/** Every fourth sample tells loud from quiet as well as all of them. */
const STRIDE = 4;

/** Tells who speaks by how loud they were since it was last asked. Times are milliseconds of `performance.now()`. */
export class SpeechMeter {
  private readonly heard = new Map<string, { power: number; samples: number }>();
  private readonly loudAt = new Map<string, number>();

  /** Takes 10 ms of somebody's sound. */
  hear(participantId: string, frame: Int16Array): void {
    const total = this.heard.get(participantId) ?? { power: 0, samples: 0 };
    for (let index = 0; index < frame.length; index += STRIDE) {
      total.power += (frame[index] ?? 0) ** 2;
      total.samples += 1;
    }
    this.heard.set(participantId, total);
  }

  /** Whoever speaks now; begins to listen anew. */
  speakers(now: number): ReadonlySet<string> {
    for (const [participantId, { power, samples }] of this.heard) {
      if (samples > 0 && Math.sqrt(power / samples) >= LOUD) this.loudAt.set(participantId, now);
    }
    this.heard.clear();
    for (const [participantId, at] of this.loudAt) if (now - at >= HOLD_MS) this.loudAt.delete(participantId);
    return new Set(this.loudAt.keys());
  }
}
