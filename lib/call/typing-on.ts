/** Who looks at the keyboard takes about so long to see that what they write goes nowhere. */
const PAUSE_MS = 1_000;

/** The keys of somebody whose field was taken away while they wrote: none of them is meant for the call. Times are of one clock, in ms. */
export interface TypingOn {
  fieldGone(nowMs: number): void;
  /** Whether a key pressed now is typed on, within a second of the field's going or of the key before. */
  takes(nowMs: number): boolean;
}

export function createTypingOn(): TypingOn {
  let untilMs = -Infinity;
  const goesOn = (nowMs: number) => void (untilMs = nowMs + PAUSE_MS);
  return {
    fieldGone: goesOn,
    takes(nowMs) {
      const isTypedOn = nowMs < untilMs;
      if (isTypedOn) goesOn(nowMs);
      return isTypedOn;
    },
  };
}

/** There is one keyboard. */
export const typingOn = createTypingOn();
