import { createHash } from 'node:crypto';
import type { LegRow } from './leg';

// A leg that is transferred, or goes and comes back under its id, has a row for each of its stays that is over.

/** The column's length, less the mark of a stay. */
const LONGEST_ID = 96;
/** Of a longer id its beginning, and so much of its hash that no two are alike. */
const HASH_DIGITS = 16;

/** Of no id that nodes tell of, for those with it are not taken as ids: a leg's row cannot be another's stay. */
const MARK = '~';

/** Whether a node may tell of a leg under this id. */
export function mayBeReported(id: string): boolean {
  return !id.includes(MARK);
}

/** The id of such a row, counted from one. Its first related id is the leg's. */
export function stayId(legId: string, number: number): string {
  return `${shortened(legId)}${MARK}${number}`;
}

/** Under which id nodes tell of a row's leg: its own, unless the row is that of a stay that is over. */
export function reportedId({ id, relatedIds }: Pick<LegRow, 'id' | 'relatedIds'>): string {
  const [leg] = relatedIds;
  return leg !== undefined && id.startsWith(stayId(leg, 0).slice(0, -1)) ? leg : id;
}

/** By characters, as the column counts them: half of one is nothing that a database takes. */
function shortened(legId: string): string {
  if (legId.length <= LONGEST_ID) return legId;
  const hash = createHash('sha256').update(legId).digest('hex').slice(0, HASH_DIGITS);
  return `${[...legId].slice(0, LONGEST_ID - HASH_DIGITS).join('')}${hash}`;
}
