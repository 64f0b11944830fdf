import type { LegRow } from './leg';

/**
 * Whether this leg alone is nobody to us: a browser's control leg, without the leg that has its media (event-sink.md §5).
 *
 * The protocol says so, and only media that were told speak against it. That a WebRTC leg has none, Infinity said from first
 * to last of one with thousands of packets (a `production_test` in fixtures/events.jsonl), and of these it told in the
 * disconnect, so that nothing told the caller from a page for as long as they were there. A page that never calls has no such
 * leg: PexRTC's `none` is an API leg alone. Nor is a leg of which no protocol was told left out: a page too many harms
 * less than a caller for whom nobody's desk rings.
 */
export function isControl({ protocol, hasMedia }: Pick<LegRow, 'protocol' | 'hasMedia'>): boolean {
  return !hasMedia && protocol === 'API';
}
