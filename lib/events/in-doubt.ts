import type { ConferenceNodeRow } from '@/lib/conferences/conference-facts';
import type { LegRow } from '@/lib/conferences/leg';
import type { SinkStart } from './sink-starts';

// What a start of a node's sink may change: what ended before it ended without it. One that comes late may lie before an end
// that was inferred from something later. Pure; the store asks its tables the same (in-doubt-store.ts).

/** Whether it may end the leg, end it earlier, or take an end from it: one at its very moment is no conference's (leg-end.ts). */
export function mayChangeLeg({ node, at }: SinkStart, leg: LegRow): boolean {
  const { disconnectedAt, endKnownBy } = leg;
  return leg.node === node && endKnownBy !== 'reported' && (!disconnectedAt || disconnectedAt >= at);
}

/** The same of a node's share of a conference, whose end lies before its start where a new life of its name is under way. */
export function mayChangeConference({ node, at }: SinkStart, row: ConferenceNodeRow): boolean {
  const { startedAt, endedAt } = row;
  return row.node === node && (!endedAt || (startedAt !== null && endedAt < startedAt) || endedAt >= at);
}
