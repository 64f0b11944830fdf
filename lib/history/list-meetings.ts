import { settings } from '@/lib/config/env';
import { meetingState } from '@/lib/meetings/meeting';
import { cursorOf } from './cursor';
import { endedHow } from './ended-how';
import { PAGE_SIZE, type MeetingPage, type ReportedCall, type ReportedMeeting } from './history-reports';
import type { MeetingQuery } from './history-query';
import { findMeetings, type MeetingRow } from './meeting-history-store';

/** A page of meetings that fit the query, the one that begins last first. */
export async function listMeetings(query: MeetingQuery, now: Date, pageSize = PAGE_SIZE): Promise<MeetingPage> {
  const { aliasPrefix, appUrl } = settings();
  // One more than is shown, to know whether there are others.
  const rows = await findMeetings(query, { take: pageSize + 1, now, aliasPrefix });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    serverTime: now.toISOString(),
    meetings: shown.map((row) => reportMeeting(row, appUrl, now)),
    before: rows.length > pageSize && last ? cursorOf({ at: last.validFrom, keys: [last.id] }) : null,
  };
}

export function reportMeeting(row: MeetingRow, appUrl: string, now: Date): ReportedMeeting {
  const { id, alias, topic, visitorName, createdBy } = row;
  return {
    ...{ id, alias, topic, visitorName, createdBy },
    joinUrl: `${appUrl}/join/${alias}`,
    state: meetingState(row, now),
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil.toISOString(),
    cancelledAt: iso(row.cancelledAt),
    call: row.firstArrivedAt ? reportCall(row) : null,
    endedHow: endedHow(row, row, now),
    ratings: row.ratings,
  };
}

function reportCall(row: MeetingRow): ReportedCall {
  return {
    firstArrivedAt: iso(row.firstArrivedAt),
    firstJoinedAt: iso(row.firstJoinedAt),
    hostJoinedAt: iso(row.hostJoinedAt),
    answeredAt: iso(row.answeredAt),
    lastLeftAt: iso(row.lastLeftAt),
    waitedMs: waitedMs(row),
    people: row.people ?? 0,
    peak: row.peak ?? 0,
    durationMs: row.durationMs === null ? null : Number(row.durationMs),
    worstQuality: row.worstQuality,
  };
}

/**
 * Until an agent was in, not until any host was: visitors are hosts of the meetings they make, and would have waited for
 * themselves. Clocks of nodes differ a little (event-sink.md §5, I), so it is never less than nothing.
 */
function waitedMs({ firstArrivedAt, answeredAt }: MeetingRow): number | null {
  return firstArrivedAt && answeredAt ? Math.max(0, answeredAt.getTime() - firstArrivedAt.getTime()) : null;
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
