import * as z from 'zod/mini';
import { REJOIN_KEY } from './rejoin-key';
import './zod-without-eval';

// sessionStorage, not localStorage: it ends with the tab, and the host key in it is nobody else's.

const RejoinMemory = z.object({
  alias: z.string().check(z.minLength(1)),
  displayName: z.string().check(z.minLength(1)),
  hostKey: z.nullable(z.string()),
  isMicrophoneOn: z.boolean(),
  isCameraOn: z.boolean(),
});
/** What is needed to go back into a call after a reload, in the same state. */
export type RejoinMemory = z.infer<typeof RejoinMemory>;

/** Reads what a page of this tab has kept; anything unreadable counts as nothing. */
export function parseRejoinMemory(text: string | null): RejoinMemory | null {
  if (text === null) return null;
  try {
    return RejoinMemory.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

// Storage may be forbidden (private windows, embedded pages). Then there is no offer to rejoin, and nothing else breaks.
function withStorage<T>(act: (storage: Storage) => T, otherwise: T): T {
  try {
    return act(window.sessionStorage);
  } catch {
    return otherwise;
  }
}

export function recallCall(): RejoinMemory | null {
  return withStorage((storage) => parseRejoinMemory(storage.getItem(REJOIN_KEY)), null);
}

export function rememberCall(memory: RejoinMemory): void {
  withStorage((storage) => storage.setItem(REJOIN_KEY, JSON.stringify(memory)), undefined);
}

export function forgetCall(): void {
  withStorage((storage) => storage.removeItem(REJOIN_KEY), undefined);
}
