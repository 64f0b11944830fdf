import { settings } from '@/lib/config/env';
import { isWellFormed } from './alias';
import { meetingState } from './meeting';
import { findMeeting, type StoredMeeting } from './meeting-store';
import type { MeetingResponse } from './schemas';

/** The meeting that has this alias, in whatever case; null also for text that cannot be an alias of ours. */
export async function findByAlias(alias: string): Promise<StoredMeeting | null> {
  const wanted = alias.toLowerCase();
  // Looked at before Postgres is asked, which would refuse some texts (NUL) instead of not finding them.
  return isWellFormed(wanted, settings().aliasPrefix) ? findMeeting({ alias: wanted }) : null;
}

/** What anyone who has the alias may know of a meeting; null when there is none. */
export async function findMeetingByAlias(alias: string): Promise<MeetingResponse | null> {
  const meeting = await findByAlias(alias);
  return meeting && toMeetingResponse(meeting, new Date());
}

export function toMeetingResponse(meeting: StoredMeeting, now: Date): MeetingResponse {
  return {
    alias: meeting.alias,
    topic: meeting.topic,
    state: meetingState(meeting, now),
    validFrom: meeting.validFrom.toISOString(),
    validUntil: meeting.validUntil.toISOString(),
    serverTime: now.toISOString(),
  };
}
