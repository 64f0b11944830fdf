/** Breakout rooms are called `<main>_breakout_<uuid>` (event-sink.md §3, D). */
const BREAKOUT = /^(.+?)_breakout_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/is;

/** The conference that a room belongs to: the name without the mark of a breakout room. */
export function mainNameOf(serviceName: string): string {
  return BREAKOUT.exec(serviceName)?.[1] ?? serviceName;
}
