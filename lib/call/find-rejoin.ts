import { readMeeting } from './meeting-api';
import { forgetCall, recallCall, type RejoinMemory } from './rejoin-memory';

/** The remembered call if its meeting can still be entered; `onOver` hears when it no longer can. One that is over is forgotten. */
export async function findRejoin(onOver: () => void): Promise<RejoinMemory | null> {
  const memory = recallCall();
  if (!memory) return null;
  const leftMs = await timeLeft(memory.alias);
  if (leftMs === 'over') forgetCall();
  if (typeof leftMs !== 'number') return null;
  void untilOver(memory.alias, leftMs).then(onOver);
  return memory;
}

/** Timers of browsers hold 31 bits of ms, and one for longer rings at once. */
const LONGEST_TIMER_MS = 24 * 24 * 60 * 60 * 1000;
/** Where our clock and the server's do not agree on the end. */
const SHORTEST_TIMER_MS = 1_000;

/** Asks at the end, for it may have been moved. Who does not answer then has nothing to go back into. */
async function untilOver(alias: string, leftMs: number) {
  for (let ms: number | string = leftMs; typeof ms === 'number'; ms = await timeLeft(alias)) {
    const waitMs = Math.min(LONGEST_TIMER_MS, Math.max(SHORTEST_TIMER_MS, ms));
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** In ms, while the meeting is open. */
async function timeLeft(alias: string): Promise<number | 'over' | 'unknown'> {
  const meeting = await readMeeting(alias);
  if (!meeting.ok) return meeting.failure === 'not-found' ? 'over' : 'unknown';
  const { state, validUntil } = meeting.value;
  return state === 'open' ? Date.parse(validUntil) - (Date.now() + meeting.skewMs) : 'over';
}
