import * as z from 'zod/mini';
import { json, send } from '@/components/ui/send';
import '@/lib/call/zod-without-eval';
import type { AuditPage } from '@/lib/history/audit-report';
import type { DailyFigures } from '@/lib/history/figures-report';
import type { MeetingPage, ParticipantPage, ReportedMeeting, ReportedParticipant } from '@/lib/history/history-reports';
import type {
  Erased,
  FoundPeople,
  PersonToErase,
  RetentionReport,
  RetentionSettings,
} from '@/lib/retention/retention-report';

// Our own HTTP API of the history, as its pages use it. Nothing here throws: a network that fails is an answer.

const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const InstantOrNone = z.nullable(Instant);
const Text = z.nullable(z.string());
const Count = z.nullable(z.number());

const Call = z.object({
  ...{ firstArrivedAt: InstantOrNone, firstJoinedAt: InstantOrNone, hostJoinedAt: InstantOrNone },
  ...{ answeredAt: InstantOrNone, lastLeftAt: InstantOrNone },
  ...{ waitedMs: Count, people: z.number(), peak: z.number(), durationMs: Count, worstQuality: Count },
});
const ENDS = ['time-up', 'cancelled', 'host', 'administrator', 'participant', 'everyone-left', 'lost'] as const;
const Meeting: z.ZodMiniType<ReportedMeeting> = z.object({
  ...{ id: z.string(), alias: z.string(), joinUrl: z.string(), topic: Text, visitorName: Text, createdBy: Text },
  state: z.enum(['scheduled', 'open', 'ended', 'cancelled']),
  ...{ validFrom: Instant, validUntil: Instant, cancelledAt: InstantOrNone },
  call: z.nullable(Call),
  endedHow: z.nullable(z.enum([...ENDS, 'nobody-came'])),
  ratings: z.nullable(z.object({ count: z.number(), mean: z.number(), lowest: z.number() })),
});
const Meetings: z.ZodMiniType<MeetingPage> = z.object({
  serverTime: Instant,
  meetings: z.array(Meeting),
  before: Text,
});
const Participant: z.ZodMiniType<ReportedParticipant> = z.object({
  ...{ conversationId: z.string(), displayName: Text, address: Text, protocol: Text, agent: Text, leftReason: Text },
  role: z.nullable(z.enum(['host', 'guest'])),
  ...{ arrivedAt: InstantOrNone, joinedAt: InstantOrNone, leftAt: InstantOrNone },
  ...{ isEndReported: z.boolean(), durationMs: Count, worstQuality: Count },
  meeting: z.object({ id: z.string(), topic: Text, visitorName: Text }),
});
const Participants: z.ZodMiniType<ParticipantPage> = z.object({
  serverTime: Instant,
  participants: z.array(Participant),
  before: Text,
});
const Day = z.object({
  ...{ date: z.string(), meetings: z.number(), visited: z.number(), answered: z.number() },
  ...{ waitMedianMs: Count, waitP90Ms: Count, durationMeanMs: Count, durationTotalMs: z.number() },
  ...{ people: z.number(), badQuality: z.number() },
  ...{ ratings: z.number(), ratingMean: Count },
});
const Days: z.ZodMiniType<DailyFigures> = z.object({ timeZone: z.string(), days: z.array(Day) });
const Entry = z.object({
  ...{ id: z.string(), at: Instant, actor: z.string(), action: z.string(), subject: z.string() },
  detail: z.unknown(),
});
const Audit: z.ZodMiniType<AuditPage> = z.object({ serverTime: Instant, entries: z.array(Entry), before: Text });

const Retention: z.ZodMiniType<RetentionReport> = z.object({
  settings: z.object({ namesDays: z.number(), eventsDays: z.number(), meetingsDays: Count }),
  lastRun: z.object({ at: InstantOrNone, erased: z.number(), events: z.number(), meetings: z.number() }),
});
const Person: z.ZodMiniType<PersonToErase> = z.union([
  z.object({ serviceName: z.string(), conversationId: z.string() }),
  z.object({ serviceName: z.string(), name: z.string() }),
  z.object({ messageId: z.string() }),
]);
const Found: z.ZodMiniType<FoundPeople> = z.object({
  people: z.array(
    z.object({
      ...{ person: Person, displayName: Text, address: Text, at: InstantOrNone, isThere: z.boolean() },
      meeting: z.nullable(z.object({ id: z.string(), topic: Text })),
    }),
  ),
  isCut: z.boolean(),
});
const Erasure: z.ZodMiniType<Erased> = z.object({ people: z.number(), meetings: z.number(), events: z.number() });

/** A search through everything takes a second or two; a network may take some more. */
const TIMEOUT_MS = 20_000;

const ask = <T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit = {}) =>
  send(path, schema, { timeoutMs: TIMEOUT_MS, cache: 'no-store', ...init });

export const fetchMeetings = (query: string) => ask(`/api/meetings${query}`, Meetings);
export const fetchParticipants = (query: string) => ask(`/api/history/participants${query}`, Participants);
export const fetchDays = (query: string) => ask(`/api/history/days${query}`, Days);
export const fetchAudit = (query: string) => ask(`/api/history/audit${query}`, Audit);

export const saveRetention = (settings: RetentionSettings) => ask('/api/retention', Retention, json('PUT', settings));
export const findPeople = (search: string) => ask(`/api/retention/people?${new URLSearchParams({ search })}`, Found);
export const erasePeople = (people: readonly PersonToErase[]) =>
  ask('/api/retention/erasure', Erasure, json('POST', { people }));
