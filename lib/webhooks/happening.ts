import type { WebhookType } from './webhook';

// What receivers are told. Pure types; the wire form is written by `payloadOf`.

/** The meeting that something happened in. */
export interface ToldMeeting {
  alias: string;
  serviceName: string;
  topic: string | null;
  validFrom: Date;
  validUntil: Date;
}

export interface ToldPerson {
  /** The conversation: one for all legs of a person. */
  id: string;
  displayName: string | null;
  role: 'host' | 'guest' | null;
  isAgent: boolean;
  /** When they were let into the meeting itself; null for who only waited. */
  joinedAt: Date | null;
  leftAt: Date | null;
  /** Milliseconds in between, when they were not inside. */
  awayMs: number;
  /** Why they left, in Infinity's own words. */
  reason: string | null;
  /** The `leftAt` that was told of them although they were there all the while; null where this takes nothing back. */
  wronglyLeftAt: Date | null;
}

/** Something worth telling. */
export interface Happening {
  type: WebhookType;
  /** What it is about: the same thing is told once, however often it is computed. */
  key: string;
  /** Keys of what does not stand any more with this: should it come true again, it is told again. */
  takesBack?: readonly string[];
  at: Date;
  meeting: ToldMeeting;
  participant?: ToldPerson;
  /** Not sent before. */
  notBefore?: Date;
}

/** The wire form: times are ISO 8601 UTC, durations milliseconds. */
export function payloadOf(happening: Happening, id: string, appUrl: string): Record<string, unknown> {
  const { type, at, meeting, participant } = happening;
  return {
    type,
    id,
    at: at.toISOString(),
    meeting: {
      alias: meeting.alias,
      topic: meeting.topic,
      validFrom: meeting.validFrom.toISOString(),
      validUntil: meeting.validUntil.toISOString(),
      joinUrl: `${appUrl}/join/${meeting.alias}`,
    },
    ...(participant && { participant: wirePerson(participant) }),
  };
}

function wirePerson({ joinedAt, leftAt, awayMs, wronglyLeftAt, ...person }: ToldPerson) {
  return {
    ...person,
    joinedAt: joinedAt?.toISOString() ?? null,
    leftAt: leftAt?.toISOString() ?? null,
    durationMs: joinedAt && leftAt ? Math.max(0, leftAt.getTime() - joinedAt.getTime() - awayMs) : null,
    wronglyLeftAt: wronglyLeftAt?.toISOString() ?? null,
  };
}
