import { settings } from '@/lib/config/env';
import { isWellFormed } from './alias';
import { meetingState } from './meeting';
import { findMeeting } from './meeting-store';
import type { MeetingResponse } from './schemas';

/** What anyone who has the alias may know of a meeting; null when there is none, or the alias is not one of ours. */
export async function findMeetingByAlias(alias: string): Promise<MeetingResponse | null> {
  const wanted = alias.toLowerCase();
  if (!isWellFormed(wanted, settings().aliasPrefix)) return null;
  const meeting = await findMeeting({ alias: wanted });
  if (!meeting) return null;
  const now = new Date();
  return {
    alias: meeting.alias,
    topic: meeting.topic,
    state: meetingState(meeting, now),
    validFrom: meeting.validFrom.toISOString(),
    validUntil: meeting.validUntil.toISOString(),
    serverTime: now.toISOString(),
  };
}
