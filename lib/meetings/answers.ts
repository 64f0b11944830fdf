import * as z from 'zod/mini';
import type { CreatedMeetingResponse, JoinMeetingResponse, MeetingResponse } from './schemas';

// What the routes of meetings answer, as the panel reads it and others are told; light, because the panel reads it.

const State = z.enum(['scheduled', 'open', 'ended', 'cancelled']);
/** A time as ISO 8601. */
export const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

export const CreatedMeeting: z.ZodMiniType<CreatedMeetingResponse> = z.object({
  alias: z.string(),
  joinUrl: z.string(),
  validFrom: Instant,
  validUntil: Instant,
  state: State,
  hostKey: z.string(),
});

export const Meeting: z.ZodMiniType<MeetingResponse> = z.object({
  alias: z.string(),
  topic: z.nullable(z.string()),
  state: State,
  validFrom: Instant,
  validUntil: Instant,
  serverTime: Instant,
  isInvitationRequired: z.optional(z.literal(true)),
  dialIn: z.optional(z.string()),
  invitation: z.optional(
    z.union([
      z.object({ state: z.literal('valid'), displayName: z.string() }),
      z.object({ state: z.enum(['withdrawn', 'unknown']) }),
    ]),
  ),
});

export const JoinedMeeting: z.ZodMiniType<JoinMeetingResponse> = z.object({
  node: z.string(),
  // While a release is going out, an older server answers a newer page.
  nodes: z._default(z.array(z.string()), []),
  alias: z.string(),
  displayName: z.string(),
  role: z.enum(['host', 'guest']),
  callTag: z.string(),
  pin: z.optional(z.string()),
  validUntil: Instant,
  serverTime: Instant,
});
