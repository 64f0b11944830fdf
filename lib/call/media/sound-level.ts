/** Below this a microphone gives nothing at all: even a quiet room is 20 dB louder. */
const NOTHING = 1e-5;
const QUIETEST_DB = -60;

/** How loud samples are, from 0 to 1 as an ear would have it: 60 dB below full scale, and less, is 0. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(power || Number.MIN_VALUE);
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST_DB));
}

/** One look at the microphone. */
export interface Heard {
  level: number;
  /** Not one sample since it was opened: it is off by a switch of its own, or it is not the one that is spoken to. */
  isNothing: boolean;
}

/** `wasNothing`: up to now. Where noise is taken out, a microphone gives nothing whenever nobody speaks. */
export function heardIn(samples: Float32Array, wasNothing: boolean): Heard {
  return { level: levelOf(samples), isNothing: wasNothing && samples.every((sample) => Math.abs(sample) < NOTHING) };
}

/** What to tell someone about their microphone. */
export type MicrophoneHint = 'silent' | 'speaking-muted' | null;

export interface Hearing {
  nothingSinceMs: number | null;
  /** Seconds' worth of speech while muted, weighed: grows with each loud look and shrinks with each quiet one. */
  speech: number;
  hint: MicrophoneHint;
}

export const nothingHeard: Hearing = { nothingSinceMs: null, speech: 0, hint: null };

const SILENT_AFTER_MS = 5_000;
const SPEECH_LEVEL = 0.45;
/** Looks, at 20 a second: about half a second of speech, which a cough is not. */
const SPEECH_LOOKS = 10;
const SPEECH_MOST = 40;

/** Follows what is heard. A muted person who stops speaking is reminded a little longer, so that it can be read. */
export function nextHearing(before: Hearing, heard: Heard, isMuted: boolean, nowMs: number): Hearing {
  const nothingSinceMs = heard.isNothing && !isMuted ? (before.nothingSinceMs ?? nowMs) : null;
  const isSilent = nothingSinceMs !== null && nowMs - nothingSinceMs >= SILENT_AFTER_MS;
  const change = heard.level >= SPEECH_LEVEL ? 1 : -0.25;
  const speech = isMuted ? Math.min(SPEECH_MOST, Math.max(0, before.speech + change)) : 0;
  const wasReminded = before.hint === 'speaking-muted';
  const isSpeaking = speech >= SPEECH_LOOKS || (wasReminded && speech > 0);
  return { nothingSinceMs, speech, hint: isSilent ? 'silent' : isSpeaking ? 'speaking-muted' : null };
}
