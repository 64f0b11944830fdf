import type { MeetingState } from '@/lib/meetings/meeting';

// What the history pages are told, as their routes send it. Pure and without zod, so that the pages may read it too.
// Times are ISO 8601 UTC, durations milliseconds.

/** How many rows are shown at once. */
export const PAGE_SIZE = 50;

export const MEETING_STATES = ['scheduled', 'open', 'ended', 'cancelled'] as const satisfies readonly MeetingState[];

/** What became of a call: an agent came, somebody came and no agent did, or nobody came at all. */
export const CALL_FATES = ['answered', 'not-answered', 'nobody-came'] as const;

/** From here on quality is called bad: 1 good, 2 ok, 3 bad, 4 terrible (event-sink.md §3). */
export const BAD_QUALITY = 3;

/** Up to here a rating is a bad one: 1 to 5 stars. */
export const LOW_RATING = 2;

/** Why a call is over. */
export type EndedHow =
  'time-up' | 'cancelled' | 'host' | 'administrator' | 'participant' | 'everyone-left' | 'lost' | 'nobody-came';

/** What a conference came to. */
export interface ReportedCall {
  firstArrivedAt: string | null;
  firstJoinedAt: string | null;
  hostJoinedAt: string | null;
  answeredAt: string | null;
  lastLeftAt: string | null;
  /** From the first arrival until an agent was in; null when none ever was. */
  waitedMs: number | null;
  people: number;
  peak: number;
  /** During which somebody was inside; null while somebody is, and when nobody knows. */
  durationMs: number | null;
  worstQuality: number | null;
}

/** What those who rated a call said of it, in stars. */
export interface ReportedRatings {
  count: number;
  mean: number;
  lowest: number;
}

export interface ReportedMeeting {
  id: string;
  alias: string;
  joinUrl: string;
  topic: string | null;
  visitorName: string | null;
  /** The agent who made it. */
  createdBy: string | null;
  state: MeetingState;
  validFrom: string;
  validUntil: string;
  cancelledAt: string | null;
  /** Null when nobody ever called in. */
  call: ReportedCall | null;
  /** Null while it is not over. */
  endedHow: EndedHow | null;
  /** Null when nobody rated it. */
  ratings: ReportedRatings | null;
}

export interface MeetingPage {
  serverTime: string;
  /** The one that begins last first. */
  meetings: ReportedMeeting[];
  /** Where the next page begins; null when this is the last one. */
  before: string | null;
}

export interface ReportedPerson {
  conversationId: string;
  displayName: string | null;
  address: string | null;
  protocol: string | null;
  role: 'host' | 'guest' | null;
  /** The agent this was; null for anybody else. */
  agent: string | null;
  arrivedAt: string | null;
  /** Null for who was never let in. */
  joinedAt: string | null;
  /** Null while this person is there, and when nobody knows. */
  leftAt: string | null;
  /** In Infinity's own words. */
  leftReason: string | null;
  /** False when the end was not reported: it was found out, or is not known though it must have come. */
  isEndReported: boolean;
  /** From joining to leaving, without the times when they were away. */
  durationMs: number | null;
  worstQuality: number | null;
}

/** Somebody in the list across meetings. */
export interface ReportedParticipant extends ReportedPerson {
  meeting: { id: string; topic: string | null; visitorName: string | null };
}

export interface ParticipantPage {
  serverTime: string;
  /** Who came last first. */
  participants: ReportedParticipant[];
  before: string | null;
}

/** A moment at which a person's quality became another one. */
export interface QualityChange {
  at: string;
  /** 0 unknown, 1 good, 2 ok, 3 bad, 4 terrible. */
  quality: number;
  /** Per cent of packets that were lost on the way to the node and from it, a while before; null where none were counted. */
  lostToNode: number | null;
  lostToPerson: number | null;
}

export interface DetailedPerson extends ReportedPerson {
  quality: QualityChange[];
  /** Final figures by stream, as the node reported them. */
  streams: Record<string, string | number | null>[];
}

/** What one person thought of the call. */
export interface ReportedRating {
  /** The name on their ticket. */
  displayName: string;
  stars: number;
  word: string | null;
  ratedAt: string;
}

export interface MeetingDetail {
  serverTime: string;
  meeting: ReportedMeeting;
  /** Newest first. */
  ratings: ReportedRating[];
  people: DetailedPerson[];
  /** There were more people than are shown. */
  isCut: boolean;
}
