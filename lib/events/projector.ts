import { causeInWords } from '@/lib/db/prisma-errors';
import { DatabaseAway, unlessAway } from '@/lib/db/reachable';
import { applyNext } from './apply-events';
import { giveWay, type Moment, type Stored } from './give-way';

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
  /** By this process so far. */
  stored: Stored;
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
    stored: { events: 0, deliveries: 0, waited: 0 },
    isStopped: false,
  });

/** Has what was just stored applied, soon and behind the answer. */
export function eventsWereStored(count: number): void {
  projector().stored.events += count;
  applyAfter(GATHER_MS);
}

/** That so many deliveries were stored, and how many of them had to wait until a writer was free. */
export function deliveriesWereStored(deliveries: number, waited: number): void {
  const { stored } = projector();
  stored.deliveries += deliveries;
  stored.waited += waited;
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
  const look = (): Moment => ({ at: performance.now(), stored: { ...state.stored } });
  const begun = look();
  const isMore = await applyOnce();
  state.isApplying = false;
  state.isResting = true;
  await giveWay(begun, look, isMore);
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
