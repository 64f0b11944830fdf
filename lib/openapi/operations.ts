import type { z } from 'zod';
import type * as mini from 'zod/mini';
import { InvitationBody } from '@/lib/invitations/invitation-body';
import { CreatedInvitation, InvitationList, ListedInvitation } from '@/lib/invitations/schemas';
import { CreatedMeeting, JoinedMeeting, Meeting } from '@/lib/meetings/answers';
import { ChangeMeetingBody, CreateMeetingBody, JoinMeetingBody } from '@/lib/meetings/schemas';
import { RatingBody } from '@/lib/ratings/rating-body';
import { KeptRating } from '@/lib/ratings/schemas';

// What programs of others call: meetings, and what belongs to them. The desk's own addresses are not promised to anybody.

export interface Operation {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api`. */
  path: string;
  summary: string;
  /** Needs a host key as Bearer, or an agent's session. */
  isForHosts?: true;
  body?: z.ZodType;
  answers: Record<number, { description: string; schema?: z.ZodType | mini.ZodMiniType }>;
}

const LIMITED = { description: 'Asked for too often; `Retry-After` says when to come again.' };
const UNKNOWN = { description: 'There is no such meeting.' };
const INVALID = { description: 'Some fields are not acceptable; `fields` says which.' };
const NOT_HOST = { 401: { description: 'Show a host key or sign in.' }, 403: { description: 'A wrong host key.' } };
const OVER = { description: 'The meeting is over: `ended` or `cancelled`.' };

const MEETING = '/meetings/{alias}';

export const OPERATIONS: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/meetings', summary: 'Creates a meeting', body: CreateMeetingBody },
    answers: {
      201: { description: 'The meeting, and its host key, which is shown here once.', schema: CreatedMeeting },
      422: INVALID,
      429: LIMITED,
    },
  },
  {
    ...{ method: 'get', path: MEETING, summary: 'What anyone who has the alias may know' },
    answers: { 200: { description: 'The meeting.', schema: Meeting }, 404: UNKNOWN },
  },
  {
    ...{ method: 'patch', path: MEETING, summary: 'Moves the end', isForHosts: true, body: ChangeMeetingBody },
    answers: {
      200: { description: 'The meeting.', schema: Meeting },
      ...NOT_HOST,
      404: UNKNOWN,
      409: OVER,
      422: INVALID,
    },
  },
  {
    ...{ method: 'delete', path: MEETING, summary: 'Cancels, and ends the running call', isForHosts: true },
    answers: { 200: { description: 'The meeting.', schema: Meeting }, ...NOT_HOST, 404: UNKNOWN, 409: OVER },
  },
  {
    ...{ method: 'post', path: `${MEETING}/join`, summary: 'What a browser needs to dial', body: JoinMeetingBody },
    answers: {
      200: { description: 'A node, a ticket, and for hosts the PIN.', schema: JoinedMeeting },
      404: UNKNOWN,
      422: INVALID,
      429: LIMITED,
    },
  },
  {
    ...{ method: 'get', path: `${MEETING}/invitations`, summary: 'The personal links', isForHosts: true },
    answers: { 200: { description: 'The oldest first.', schema: InvitationList }, ...NOT_HOST, 404: UNKNOWN },
  },
  {
    ...{ method: 'post', path: `${MEETING}/invitations`, summary: 'Makes a personal link', isForHosts: true },
    body: InvitationBody,
    answers: {
      201: { description: 'The link, which is shown here once.', schema: CreatedInvitation },
      ...{ ...NOT_HOST, 404: UNKNOWN, 409: OVER, 422: INVALID, 429: LIMITED },
    },
  },
  {
    ...{
      method: 'delete',
      path: `${MEETING}/invitations/{id}`,
      summary: 'Withdraws a personal link',
      isForHosts: true,
    },
    answers: { 200: { description: 'The link, withdrawn.', schema: ListedInvitation }, ...NOT_HOST, 404: UNKNOWN },
  },
  {
    ...{ method: 'post', path: `${MEETING}/rating`, summary: 'Says how the call was', body: RatingBody },
    answers: { 200: { description: 'What is kept.', schema: KeptRating }, 404: UNKNOWN, 422: INVALID, 429: LIMITED },
  },
];
