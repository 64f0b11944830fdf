import { isDeepStrictEqual } from 'node:util';
import type { LegRow } from '@/lib/conferences/leg';
import { mainNameOf } from '@/lib/conferences/room-name';
import { stayId } from '@/lib/conferences/stay-id';
import type { LegData } from './leg-data';
import { NOTHING_ENDED } from './leg-end';
import { NOT_HERE, type LegState } from './leg-state';
import { beganAt, dateOrNull, legRow } from './leg-row';

// A leg may be in several conferences, one after another (it is transferred), and in one several times (it leaves, and comes
// back under its id). Each time that is over is a row of its own, so that nothing is taken from a conference by what the leg
// does later. Pure.

/** Far more than happen to any leg; each is as large as all else that is kept of it. */
const MOST_STAYS = 20;

/** Whether this speaks of another conference than the leg is in; breakout rooms are the same one. */
export function isElsewhere({ serviceName }: LegState, data: LegData): boolean {
  if (serviceName === null || data.serviceName === undefined) return false;
  return mainNameOf(data.serviceName) !== mainNameOf(serviceName);
}

/** The leg as it begins another stay at this time, by which the one before is over unless it was already. */
export function beginStay(before: LegState, time: number): LegState {
  const { stays = [], ...stay } = before;
  const over = { ...stay, disconnected: stay.disconnected ?? { time, at: time, reason: null } };
  const isKept = stay.serviceName !== null && stays.length < MOST_STAYS;
  return { ...before, ...NOT_HERE, stays: isKept ? [...stays, over] : stays, since: time };
}

/**
 * The leg with what is told of a conference where it was earlier, and is no more: of several stays there the last is meant.
 *
 * @returns null when this speaks of none of them
 */
export function changeEarlier(before: LegState, data: LegData, change: (stay: LegState) => LegState): LegState | null {
  const { stays = [] } = before;
  if (!isElsewhere(before, data)) return null;
  const index = stays.findLastIndex((stay) => !isElsewhere(stay, data));
  return index < 0 ? null : { ...before, stays: stays.map((stay, at) => (at === index ? change(stay) : stay)) };
}

/** The rows of a leg's stays that are over. Each has what was measured of the leg's media until the next began. */
export function stayRows(id: string, state: LegState): LegRow[] {
  const { stays = [] } = state;
  return stays.flatMap((stay, index) => {
    const row = legRow(id, stay, NOTHING_ENDED);
    const mediaUntil = dateOrNull(beganAt(stays[index + 1] ?? state));
    return row ? [{ ...row, id: stayId(id, index + 1), relatedIds: [id, ...row.relatedIds], mediaUntil }] : [];
  });
}

/** What became of the rows of a leg's stays: those that are not as they were, and those that are no more. */
export function changedStays(id: string, before: LegState | undefined, after: LegState) {
  const [was, is] = [before ? stayRows(id, before) : [], stayRows(id, after)];
  const written = is.filter((row, index) => !isDeepStrictEqual(row, was[index]));
  const left = was.filter((row, index) => !isDeepStrictEqual(row, is[index]));
  return {
    written,
    gone: was.slice(is.length).map((row) => row.id),
    mainNames: [...written, ...left].map(({ mainName }) => mainName),
  };
}
