import type { LegRow } from './leg';

// A leg that is transferred, or goes and comes back under its id, has a row for each of its stays that is over.

/** The column's length, less the mark of a stay. */
const LONGEST_ID = 96;

/** The id of such a row, counted from one. Its first related id is the leg's. */
export function stayId(legId: string, number: number): string {
  return `${legId.slice(0, LONGEST_ID)}~${number}`;
}

/** Under which id nodes tell of a row's leg: its own, unless the row is that of a stay that is over. */
export function reportedId({ id, relatedIds }: Pick<LegRow, 'id' | 'relatedIds'>): string {
  const [leg] = relatedIds;
  return leg !== undefined && id.startsWith(stayId(leg, 0).slice(0, -1)) ? leg : id;
}
