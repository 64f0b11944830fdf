/** A time inside, from its first moment to before its last. Without an end it goes on. */
export interface Stay {
  from: Date;
  until: Date | null;
}

/** What stays come to together. */
export interface Attendance {
  /** The most at once. Who leaves at the moment another one comes has left before. */
  peak: number;
  /** Milliseconds during which somebody was inside; null while somebody is. */
  durationMs: number | null;
}

/** Clocks of nodes differ slightly (event-sink.md §5): who left before they came was there for no time. */
export function attendanceOf(stays: readonly Stay[]): Attendance {
  const steps = stays
    .filter(({ from, until }) => until === null || until > from)
    .flatMap(({ from, until }) => [
      { at: from.getTime(), change: 1 },
      ...(until ? [{ at: until.getTime(), change: -1 }] : []),
    ])
    .sort((left, right) => left.at - right.at || left.change - right.change);
  let inside = 0;
  let peak = 0;
  let durationMs = 0;
  let since = 0;
  for (const { at, change } of steps) {
    if (inside > 0) durationMs += at - since;
    since = at;
    inside += change;
    peak = Math.max(peak, inside);
  }
  return { peak, durationMs: inside > 0 ? null : durationMs };
}
