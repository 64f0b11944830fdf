import { setTimeout as pause } from 'node:timers/promises';
import { applyStoredEvents } from '@/lib/events/apply-events';

/** Resolves when every event that is stored by now has been applied, by whomever. */
export async function untilApplied(): Promise<void> {
  while ((await applyStoredEvents()) === 'busy') await pause(5);
}
