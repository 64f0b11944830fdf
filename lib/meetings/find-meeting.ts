import { settings } from '@/lib/config/env';
import { findInvitation } from '@/lib/invitations/invitation-store';
import { isWellFormed } from './alias';
import { meetingState } from './meeting';
import { findMeeting, type StoredMeeting } from './meeting-store';
import type { InvitationNote, MeetingResponse } from './schemas';

/** The meeting that has this alias, in whatever case; null also for text that cannot be an alias of ours. */
export async function findByAlias(alias: string): Promise<StoredMeeting | null> {
  const wanted = alias.toLowerCase();
  // Looked at before Postgres is asked, which would refuse some texts (NUL) instead of not finding them.
  return isWellFormed(wanted, settings().aliasPrefix) ? findMeeting({ alias: wanted }) : null;
}

/**
 * What anyone who has the alias may know of a meeting; null when there is none. With the secret of a personal link, if there
 * is one, also whose link that is.
 */
export async function findMeetingByAlias(alias: string, secret: string | null = null): Promise<MeetingResponse | null> {
  const meeting = await findByAlias(alias);
  if (!meeting) return null;
  const response = toMeetingResponse(meeting, new Date());
  return secret === null ? response : { ...response, invitation: await noteOn(meeting.id, secret) };
}

async function noteOn(meetingId: string, secret: string): Promise<InvitationNote> {
  const invitation = await findInvitation(meetingId, secret);
  if (!invitation) return { state: 'unknown' };
  return invitation.withdrawnAt ? { state: 'withdrawn' } : { state: 'valid', displayName: invitation.displayName };
}

export function toMeetingResponse(meeting: StoredMeeting, now: Date): MeetingResponse {
  const { dialIn } = settings();
  return {
    alias: meeting.alias,
    topic: meeting.topic,
    state: meetingState(meeting, now),
    validFrom: meeting.validFrom.toISOString(),
    validUntil: meeting.validUntil.toISOString(),
    serverTime: now.toISOString(),
    ...(meeting.isInvitationRequired ? { isInvitationRequired: true } : {}),
    ...(dialIn ? { dialIn: dialIn.replaceAll('{alias}', meeting.alias) } : {}),
  };
}
