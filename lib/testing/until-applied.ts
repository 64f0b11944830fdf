import { setTimeout as pause } from 'node:timers/promises';
import { applyNext } from '@/lib/events/apply-events';

/** Resolves when every event that is stored by now has been applied, by whomever. */
export async function untilApplied(): Promise<void> {
  for (;;) {
    const outcome = await applyNext();
    if (outcome === 'done') return;
    if (outcome === 'busy') await pause(5);
  }
}
