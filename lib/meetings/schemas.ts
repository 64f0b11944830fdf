import { z } from 'zod';
import type { MeetingState } from './meeting';

// What our own HTTP API takes in and gives out (design.md §5). Pure: the browser imports the types.

const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 time with a zone, as in 2026-11-20T10:00:00Z' })
  .transform((text) => new Date(text));

/** A name or topic as people type it: trimmed, and without control characters, which break rosters and SIP headers. */
const line = (max: number) =>
  z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must be at most ${max} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not contain control characters');

export const CreateMeetingBody = z
  .strictObject({
    displayName: line(80).optional(),
    topic: line(120).optional(),
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    durationMinutes: z.number('must be a number').positive('must be more than 0').optional(),
    lobby: z.boolean().optional(),
  })
  .refine((body) => !(body.validUntil && body.durationMinutes), {
    path: ['durationMinutes'],
    message: 'give validUntil or durationMinutes, not both',
  });
export type CreateMeetingBody = z.infer<typeof CreateMeetingBody>;

export const JoinMeetingBody = z.strictObject({ displayName: line(80) });
export const ChangeMeetingBody = z.strictObject({ validUntil: instant });

/** 201 of `POST /api/meetings`. The host key is shown here once and stored only as a hash. */
export interface CreatedMeetingResponse {
  alias: string;
  joinUrl: string;
  validFrom: string;
  validUntil: string;
  state: MeetingState;
  hostKey: string;
}

/** 200 of `GET /api/meetings/{alias}`: what anyone who has the alias may know. */
export interface MeetingResponse {
  alias: string;
  topic: string | null;
  state: MeetingState;
  validFrom: string;
  validUntil: string;
  /** Our clock, so that a browser whose clock is wrong still counts down rightly. */
  serverTime: string;
}

/** 200 of `POST /api/meetings/{alias}/join`: all that a browser needs to dial. */
export interface JoinMeetingResponse {
  /** `host[:port]` (https) or, for the simulator, an `http://localhost:…` address. */
  node: string;
  alias: string;
  displayName: string;
  role: 'host' | 'guest';
  callTag: string;
  /** Hosts only. */
  pin?: string;
  validUntil: string;
  serverTime: string;
}
