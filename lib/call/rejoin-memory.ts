import * as z from 'zod/mini';
import { keptText } from './kept-text';
import { REJOIN_KEY } from './rejoin-key';
import './zod-without-eval';

// sessionStorage, not localStorage: it ends with the tab, and the host key in it is nobody else's.

/** What is needed to go on with a call elsewhere, in the same state. */
export const CallToGoOn = z.object({
  alias: z.string().check(z.minLength(1)),
  displayName: z.string().check(z.minLength(1)),
  hostKey: z.nullable(z.string()),
  invitation: z.optional(z.nullable(z.string())),
  isMicrophoneOn: z.boolean(),
  isCameraOn: z.boolean(),
});
export type CallToGoOn = z.infer<typeof CallToGoOn>;

const RejoinMemory = z.extend(CallToGoOn, { atMs: z.number() });
/** The same after a reload; `atMs` is when the call was last known to be on, also where the page crashed. */
export type RejoinMemory = z.infer<typeof RejoinMemory>;

/** Whoever comes back later has gone on with something else. */
const OFFERED_MS = 60_000;

/** Reads what a page of this tab has kept; anything unreadable, and what is too long ago, counts as nothing. */
export function parseRejoinMemory(text: string | null, nowMs: number): RejoinMemory | null {
  if (text === null) return null;
  try {
    const memory = RejoinMemory.safeParse(JSON.parse(text)).data;
    return memory && Math.abs(nowMs - memory.atMs) <= OFFERED_MS ? memory : null;
  } catch {
    return null;
  }
}

const kept = keptText('sessionStorage', REJOIN_KEY);

export const recallCall = (): RejoinMemory | null => parseRejoinMemory(kept.read(), Date.now());

export function rememberCall(call: CallToGoOn): void {
  const memory: RejoinMemory = { ...call, atMs: Date.now() };
  kept.keep(JSON.stringify(memory));
}

export const forgetCall = (): void => kept.keep(null);
