import { z } from 'zod';
import { line } from './line';
import type { MeetingState } from './meeting';

// What our own HTTP API takes in and gives out (design.md §5). Pure: the browser imports the types.

const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 time with a zone, as in 2026-11-20T10:00:00Z' })
  .transform((text) => new Date(text));

export const CreateMeetingBody = z
  .strictObject({
    displayName: z.optional(line(80)),
    topic: z.optional(line(120)),
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    durationMinutes: z.number('must be a number').positive('must be more than 0').optional(),
    lobby: z.boolean().optional(),
    /** Guests need a link of their own (`…/invitations`); the meeting's alone lets nobody in but hosts. */
    isInvitationRequired: z.boolean().optional(),
  })
  .refine((body) => !(body.validUntil && body.durationMinutes), {
    path: ['durationMinutes'],
    message: 'give validUntil or durationMinutes, not both',
  });
export type CreateMeetingBody = z.infer<typeof CreateMeetingBody>;

/** What a personal link carries: longer than any secret of ours, so that a mangled one is told to be unknown. */
export const InvitationSecret = z.string().min(1).max(200);
/** Query of `GET /api/meetings/{alias}`; an empty `i` is none. */
export const MeetingOfLink = z.object({
  i: z
    .string()
    .max(200)
    .transform((text) => text || null)
    .default(null),
});

/** `invitation` is what the personal link carries as `i`; its holder's name stands in where none is typed. */
export const JoinMeetingBody = z
  .strictObject({ displayName: z.optional(line(80)), invitation: InvitationSecret.optional() })
  .refine(({ displayName, invitation }) => displayName ?? invitation, {
    path: ['displayName'],
    message: 'must not be empty',
  });

/**
 * Body of `PATCH /api/meetings/{alias}`: the end, not how much is added, so that two hosts who extend at the same moment
 * extend once. Refused with
 * - 409 `ended` or `cancelled`: the meeting is over;
 * - 422 `too-long`: beyond the longest meeting allowed; `latestEnd` in the problem is how far it can be moved;
 * - 422 `too-short`: less than the shortest after the start;
 * - 422 `end-in-past`: cancelling is the way to end it now;
 * - 422 `invalid-body`: no time that can be read;
 * - 401 `unauthorized`, 403 `wrong-host-key`: not a host; 404 `not-found`.
 */
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
  /** There only where it is so: a guest needs a personal link. */
  isInvitationRequired?: true;
  /** There only where the company has one: how to call in by telephone or from a room, in its own words. */
  dialIn?: string;
  /** There only where `?i=` was given: whose link that is. */
  invitation?: InvitationNote;
}

/** What the page is told of the personal link that it was opened with. */
export type InvitationNote = { state: 'valid'; displayName: string } | { state: 'withdrawn' | 'unknown' };

/** 200 of `POST /api/meetings/{alias}/join`: all that a browser needs to dial. */
export interface JoinMeetingResponse {
  /** `host[:port]` (https) or, for the simulator, an `http://localhost:…` address. */
  node: string;
  /** `node`, and behind it those to try where it cannot be reached, best first. */
  nodes: string[];
  alias: string;
  displayName: string;
  role: 'host' | 'guest';
  callTag: string;
  /** Hosts only. */
  pin?: string;
  validUntil: string;
  serverTime: string;
}
