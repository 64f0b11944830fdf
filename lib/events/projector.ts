import { DatabaseAway, unlessAway } from '@/lib/db/reachable';
import { applyStoredEvents } from './apply-events';

// When stored events are applied: at once while there are few, in ever larger gulps while there are many.

/** Events of one moment (a join is half a dozen) are applied together. */
const GATHER_MS = 10;
/** However long a pass took, no longer a rest than this before the next. */
const LONGEST_REST_MS = 100;
/** What an instance stored that was killed before it applied it, another one finds within this time. */
const LOOK_EVERY_MS = 1_000;

interface Projector {
  timer: NodeJS.Timeout | undefined;
  isApplying: boolean;
  isAskedAgain: boolean;
}

// Routes are bundled apart from server.ts: one projector for both.
const KEY = Symbol.for('mayfly.projector');
const shared = globalThis as { [KEY]?: Projector };
const projector = (): Projector => (shared[KEY] ??= { timer: undefined, isApplying: false, isAskedAgain: false });

/** Has what was just stored applied, soon and behind the answer. */
export function eventsWereStored(): void {
  applyAfter(GATHER_MS);
}

/** Looks every second for what nobody applied. The returned function ends that, when a pass under way is done. */
export function startProjector(): { stop(): Promise<void> } {
  const looks = setInterval(() => applyAfter(0), LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(looks);
      clearTimeout(projector().timer);
      projector().isAskedAgain = false;
      while (projector().isApplying) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

function applyAfter(delayMs: number): void {
  const state = projector();
  if (state.isApplying) state.isAskedAgain = true;
  else state.timer ??= setTimeout(() => void apply(state), delayMs);
}

async function apply(state: Projector): Promise<void> {
  state.timer = undefined;
  state.isApplying = true;
  state.isAskedAgain = false;
  const startedAt = performance.now();
  try {
    if ((await unlessAway(applyStoredEvents)) === 'busy') state.isAskedAgain = true;
  } catch (error) {
    // An outage is said once, where it is noticed.
    if (!(error instanceof DatabaseAway))
      console.error('events: stored and not applied yet; tried again in a second:', reasonOf(error));
  } finally {
    state.isApplying = false;
  }
  // Half of the time at most goes into applying: storing comes first, for a node waits for it.
  if (state.isAskedAgain) applyAfter(Math.min(LONGEST_REST_MS, Math.max(GATHER_MS, performance.now() - startedAt)));
}

/** The last line of Prisma's message is the cause; what comes before prints the call, and so people's names. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? '';
}
