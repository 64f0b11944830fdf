import { causeInWords } from '@/lib/db/prisma-errors';
import { DatabaseAway, unlessAway } from '@/lib/db/reachable';
import { applyNext } from './apply-events';
import { giveWay } from './give-way';

// When stored events are applied: at once while there are few, and behind the storing in a flood.

/** Events of one moment (a join is half a dozen) are applied together. */
const GATHER_MS = 10;
/** What an instance stored that was killed before it applied it, another one finds within this time. */
const LOOK_EVERY_MS = 1_000;

interface Projector {
  timer: NodeJS.Timeout | undefined;
  isApplying: boolean;
  isResting: boolean;
  isAskedAgain: boolean;
  /** Events stored by this process so far, and its writes under way. */
  stored: number;
  writes: number;
  isStopped: boolean;
}

// Routes are bundled apart from server.ts: one projector for both.
const KEY = Symbol.for('mayfly.projector');
const shared = globalThis as { [KEY]?: Projector };
const projector = (): Projector =>
  (shared[KEY] ??= {
    timer: undefined,
    isApplying: false,
    isResting: false,
    isAskedAgain: false,
    stored: 0,
    writes: 0,
    isStopped: false,
  });

/** Writes of events at once: while the database makes one durable, the next is read, hashed and sent. More would wait. */
export const WRITES_AT_ONCE = 2;

/** Has what `store` writes applied, soon and behind the answer; applying gives way while as much is written as can be. */
export async function thenApply(store: () => Promise<number>): Promise<void> {
  const state = projector();
  state.writes += 1;
  try {
    const count = await store();
    state.stored += count;
    if (count > 0) applyAfter(GATHER_MS);
  } finally {
    state.writes -= 1;
  }
}

/** Looks every second for what nobody applied. The returned function ends that, when a pass under way is done. */
export function startProjector(): { stop(): Promise<void> } {
  projector().isStopped = false;
  const looks = setInterval(() => applyAfter(0), LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(looks);
      clearTimeout(projector().timer);
      projector().isStopped = true;
      while (projector().isApplying) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

function applyAfter(delayMs: number): void {
  const state = projector();
  if (state.isStopped) return;
  if (state.isApplying || state.isResting) state.isAskedAgain = true;
  else state.timer ??= setTimeout(() => void apply(state), delayMs);
}

async function apply(state: Projector): Promise<void> {
  state.timer = undefined;
  state.isApplying = true;
  state.isAskedAgain = false;
  const startedAt = performance.now();
  const isMore = await applyOnce();
  state.isApplying = false;
  state.isResting = true;
  await giveWay(performance.now() - startedAt, () => ({
    stored: state.stored,
    isAtLimit: state.writes >= WRITES_AT_ONCE,
  }));
  state.isResting = false;
  if (isMore || state.isAskedAgain) applyAfter(0);
}

/** Whether there is more to apply, here or for another instance that is at it. */
async function applyOnce(): Promise<boolean> {
  try {
    return (await unlessAway(() => applyNext())) !== 'done';
  } catch (error) {
    // An outage is said once, where it is noticed.
    if (!(error instanceof DatabaseAway))
      console.error('events: stored and not applied yet; tried again in a second:', causeInWords(error));
    return false;
  }
}
