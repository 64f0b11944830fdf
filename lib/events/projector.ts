import { causeInWords } from '@/lib/db/prisma-errors';
import { DatabaseAway, unlessAway } from '@/lib/db/reachable';
import { applyNext } from './apply-events';

// When stored events are applied: at once while there are few, in ever larger gulps while there are many.

/** Events of one moment (a join is half a dozen) are applied together. */
const GATHER_MS = 10;
/** More than any desk can follow, event by event. */
const FLOOD_PER_SECOND = 500;
/**
 * Storing comes first, for a node waits for it: in a flood a tenth of the time goes into applying, and the rest is made up
 * for afterwards.
 */
const REST_IN_A_FLOOD = 9;
const LONGEST_REST_MS = 1_000;
/** What an instance stored that was killed before it applied it, another one finds within this time. */
const LOOK_EVERY_MS = 1_000;

interface Projector {
  timer: NodeJS.Timeout | undefined;
  isApplying: boolean;
  isAskedAgain: boolean;
  /** Events stored since the last pass began, and when that was. */
  stored: number;
  passAt: number;
  isStopped: boolean;
}

// Routes are bundled apart from server.ts: one projector for both.
const KEY = Symbol.for('mayfly.projector');
const shared = globalThis as { [KEY]?: Projector };
const projector = (): Projector =>
  (shared[KEY] ??= {
    timer: undefined,
    isApplying: false,
    isAskedAgain: false,
    stored: 0,
    passAt: 0,
    isStopped: false,
  });

/** Has what was just stored applied, soon and behind the answer. */
export function eventsWereStored(count: number): void {
  projector().stored += count;
  applyAfter(GATHER_MS);
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
  if (state.isApplying) state.isAskedAgain = true;
  else state.timer ??= setTimeout(() => void apply(state), delayMs);
}

async function apply(state: Projector): Promise<void> {
  state.timer = undefined;
  state.isApplying = true;
  state.isAskedAgain = false;
  const startedAt = performance.now();
  const perSecond = (1_000 * state.stored) / (startedAt - state.passAt);
  Object.assign(state, { stored: 0, passAt: startedAt });
  let outcome: 'done' | 'more' | 'busy' = 'done';
  try {
    outcome = await unlessAway(() => applyNext());
  } catch (error) {
    // An outage is said once, where it is noticed.
    if (!(error instanceof DatabaseAway))
      console.error('events: stored and not applied yet; tried again in a second:', causeInWords(error));
  } finally {
    state.isApplying = false;
  }
  const restMs = perSecond > FLOOD_PER_SECOND ? REST_IN_A_FLOOD * (performance.now() - startedAt) : GATHER_MS;
  if (outcome !== 'done' || state.isAskedAgain) applyAfter(Math.min(LONGEST_REST_MS, restMs));
}
