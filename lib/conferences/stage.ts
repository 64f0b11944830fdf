/** Stages before the meeting itself: dialling, PIN entry or reception, waiting for a host (event-sink.md §3). */
const OUTSIDE = new Set(['connecting', 'ivr', 'waiting_room']);

/** Whether a leg at this stage still waits to be let in. */
export function isOutside(stage: string | null): boolean {
  return stage !== null && OUTSIDE.has(stage);
}
