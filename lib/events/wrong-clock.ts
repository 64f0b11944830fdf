/** Clocks of nodes differ slightly (event-sink.md §5). One that is so far ahead of ours is wrong. */
const LONGEST_AHEAD_MS = 60_000;

/** Whether a node's clock that shows this, while ours shows that, says nothing of how long ago something was. */
export function isClockAhead(theirs: Date, ours: Date): boolean {
  return theirs.getTime() > ours.getTime() + LONGEST_AHEAD_MS;
}
