// What the page about keeping is told, as its routes send it. Pure and without zod, so that the page may read it too.

/**
 * Answers to policy requests name callers and are kept for seven days (lib/decisions/age-out.ts), captured requests for one:
 * with names kept no shorter, those are always gone before.
 */
export const SHORTEST_NAMES_DAYS = 7;
export const LONGEST_DAYS = 3650;

/** Whoever was never reported as gone is a ghost by then: no call lasts longer. */
export const LONGEST_CALL_DAYS = 7;

/** How long things are kept, in days, since that is how such rules are written. */
export interface RetentionSettings {
  /** Names and addresses of people, after they left. */
  namesDays: number;
  /** What nodes reported, word for word, after the last report about the same thing: a call, or one use of a room. */
  eventsDays: number;
  /** Meetings with all that belongs to them, after their end; null: for ever. */
  meetingsDays: number | null;
}

/** What the job did when it last ran; null for never. */
export interface RetentionRun {
  at: string | null;
  /** How many people, reports and meetings. */
  erased: number;
  events: number;
  meetings: number;
}

export interface RetentionReport {
  settings: RetentionSettings;
  lastRun: RetentionRun;
}

/** How many are found at once, and erased at once. */
export const MOST_FOUND = 200;

/** Somebody in one meeting, who was in the call or whose name was only given to our site or on a ticket; or who left a message. */
export type PersonToErase =
  { serviceName: string; conversationId: string } | { serviceName: string; name: string } | { messageId: string };

/** One whom a search found. */
export interface FoundPerson {
  person: PersonToErase;
  displayName: string | null;
  address: string | null;
  /** Null: a conference that is none of our meetings, or a message. */
  meeting: { id: string; topic: string | null } | null;
  /** When they came or left their message, or when the meeting begins for a name that was only given. */
  at: string | null;
  /** In a call at this moment: what Infinity reports next would name them again. */
  isThere: boolean;
}

export interface FoundPeople {
  people: FoundPerson[];
  /** There are more than are listed. */
  isCut: boolean;
}

/** What an erasure did. */
export interface Erased {
  people: number;
  meetings: number;
  /** Reports of Infinity's that no longer name anybody. */
  events: number;
}
