import { createHash } from 'node:crypto';

// Meetings that the database and the load generator both know by number alone, so that no list of a million aliases
// has to be carried from one to the other. seed-meetings.ts says the same in SQL; a test holds the two together.

/** A meeting of the measurement: what is dialled, and the id that has to come back as its service tag. */
export interface BenchMeeting {
  alias: string;
  id: string;
}

export const ALIAS_PREFIX = 'meet-';
/** What an alias of ours has behind the prefix (lib/meetings/alias.ts). */
export const SUFFIX_LENGTH = 26;

/**
 * The meeting with this number, from 0. The digits of a hash scatter as random ones do, and all of them are letters of
 * our alphabet.
 */
export function meetingAt(number: number): BenchMeeting {
  const hex = createHash('md5').update(`meeting ${number}`).digest('hex');
  return { alias: ALIAS_PREFIX + hex.slice(0, SUFFIX_LENGTH), id: asUuid(hex) };
}

/** As Postgres writes a uuid. */
function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A prime that divides no count of ours, so that multiples of it meet every number once before any comes again. */
const STRIDE = 611_953;

/**
 * Which meeting is asked for at this place of the order. Rows that were written one after the other lie on the same
 * page; asked for in that order, a database would look faster than it is.
 */
export function numberAt(place: number, meetings: number): number {
  return (place * STRIDE) % meetings;
}
