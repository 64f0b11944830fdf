import { settings } from '@/lib/config/env';
import { pool } from '@/lib/db/client';
import { AFTER_END_MS } from '@/lib/meetings/meeting';
import {
  AHEAD_MS,
  liveMeeting,
  MOST_EMPTY_MEETINGS,
  shownMeetings,
  type ListedMeeting,
  type PersonThere,
} from './live-list';
import type { LiveList, LiveMeeting } from './live-meeting';

// Past Prisma, and people as one JSON text for each meeting: taking ten thousand rows apart costs the process, which also answers
// callers, more than finding them costs Postgres.

/** A meeting that is on the desk, with the names by which changes of it are told. */
export interface FoundMeeting {
  id: string;
  serviceName: string;
  live: LiveMeeting;
}

/** Which meetings a change was told of. */
export interface NamedMeetings {
  serviceNames: ReadonlySet<string>;
  meetingIds: ReadonlySet<string>;
}

/** More calls at once than any desk can watch. Beyond, the newest callers are kept: nobody has seen them yet. */
const MOST_BUSY_MEETINGS = 5_000;
/** Many times what a conference holds, so it matters not who is left out. */
const MOST_PEOPLE_EACH = 20_000;

const MEETING = `id, alias, service_name AS "serviceName", topic, visitor_name AS "visitorName",
  valid_from AS "validFrom", valid_until AS "validUntil", cancelled_at AS "cancelledAt", ended_at AS "putOutAt", people`;

/** A person's times are those of their first stay. Who was away is there since the legs began that they are there with. */
const SINCE_THEY_CAME_BACK = `SELECT min(leg.connected_at) AS arrived_at, min(leg.joined_at) AS joined_at
  FROM participant_leg AS leg
  WHERE (away_ms > 0 OR (is_waiting AND participant.joined_at IS NOT NULL))
    AND leg.main_name = participant.service_name AND leg.conversation_id = participant.conversation_id
    AND leg.disconnected_at IS NULL`;

/**
 * Begins with meetings: people whose end was lost stay open for ever, and would in time be most of what is open. Lateral,
 * because as a plain join Postgres may read everyone who ever was. A control leg alone is nobody here either, so that the
 * desk, the figures and visitor.waiting tell the same; a browser's media follow it within the second.
 */
const MEETING_WITH_PEOPLE = `meeting CROSS JOIN LATERAL (
    SELECT json_agg(person) AS people, max("arrivedAtMs") AS "newestMs" FROM (
      SELECT conversation_id AS "conversationId", display_name AS "displayName", role, agent_id AS "agentId",
        is_waiting AS "isWaiting", is_muted AS "isMuted", quality,
        date_part('epoch', coalesce(again.arrived_at, participant.arrived_at)) * 1000 AS "arrivedAtMs",
        date_part('epoch', coalesce(again.joined_at, participant.joined_at)) * 1000 AS "joinedAtMs"
      FROM participant CROSS JOIN LATERAL (${SINCE_THEY_CAME_BACK}) AS again
      WHERE participant.service_name = meeting.service_name AND left_at IS NULL AND is_counted
      LIMIT ${MOST_PEOPLE_EACH}
    ) AS person
  ) AS there`;

/** Where an end is still to be carried out, each of the two has an index of its own. */
const IS_NEAR = `(valid_until > $1 OR (ended_at IS NULL AND valid_until <= $1)) AND valid_from < $3`;

/** Callers first, so that no number of empty meetings hides one; then what opened last, and what comes next. */
const ALL = `WITH near AS MATERIALIZED (
    SELECT ${MEETING}, "newestMs" FROM ${MEETING_WITH_PEOPLE} WHERE ${IS_NEAR}
  ), empty AS (
    SELECT * FROM near WHERE people IS NULL AND "cancelledAt" IS NULL AND "validUntil" > $2
  )
  (SELECT * FROM near WHERE people IS NOT NULL
    ORDER BY "newestMs" DESC NULLS LAST, "serviceName" LIMIT ${MOST_BUSY_MEETINGS})
  UNION ALL
  (SELECT * FROM empty WHERE "validFrom" <= $2 ORDER BY "validFrom" DESC, id LIMIT ${MOST_EMPTY_MEETINGS})
  UNION ALL
  (SELECT * FROM empty WHERE "validFrom" > $2 ORDER BY "validFrom", id LIMIT ${MOST_EMPTY_MEETINGS})`;

const NAMED = `SELECT ${MEETING} FROM ${MEETING_WITH_PEOPLE} WHERE service_name = ANY($1::text[]) OR id = ANY($2::uuid[])`;

/** The desk's list as it is at `now`. */
export async function loadLiveList(now: Date): Promise<LiveList> {
  const found = await findLiveMeetings(now);
  return { serverTime: now.toISOString(), meetings: shownMeetings(found.map(({ live }) => live)) };
}

/** All meetings that may be on the desk. */
export function findLiveMeetings(now: Date): Promise<FoundMeeting[]> {
  const ended = new Date(now.getTime() - AFTER_END_MS);
  return find(ALL, [ended, now, new Date(now.getTime() + AHEAD_MS)], now);
}

/** Those of the named meetings that are on the desk. */
export function findNamedMeetings(named: NamedMeetings, now: Date): Promise<FoundMeeting[]> {
  return find(NAMED, [[...named.serviceNames], [...named.meetingIds]], now);
}

async function find(text: string, values: unknown[], now: Date): Promise<FoundMeeting[]> {
  const { rows } = await pool().query<ListedMeeting & { people: PersonThere[] | null }>(text, values);
  const { appUrl } = settings();
  return rows.flatMap(({ people, ...meeting }) => {
    const live = liveMeeting(meeting, people ?? [], appUrl, now);
    return live ? [{ id: meeting.id, serviceName: meeting.serviceName, live }] : [];
  });
}
