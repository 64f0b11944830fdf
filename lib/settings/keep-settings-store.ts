import { database, type Transaction } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { Prisma } from '@/lib/db/generated/client';
import { CONFERENCE_SETTINGS } from './current-settings';

// A running conference must keep its configuration: all answers about one service have to be the same (policy-api.md §4, D).
// That an answer was given does not say that a conference runs with it: a node drops one with a name that Infinity does not
// have, without a word. Meetings that kept such settings would stay shut after the name was put right. So a meeting keeps
// settings only where something shows that a node took them (docs/decisions).

/**
 * Open meetings that keep nothing yet and that nodes run, as far as we can see, and since when: a node asked who came in or
 * where their media goes, or reports that it carries them. What was asked before all nodes reported the conference to be over
 * is of one that is over. Nodes that ask for nothing but configurations, for a day and more, where no events come either, can
 * show us nothing else: what they were told has to do.
 */
const running = (among: Prisma.Sql) => Prisma.sql`
  SELECT * FROM (
    SELECT meeting.id, meeting.alias, least(
      (SELECT min(decision.at) FROM policy_decision AS decision
        WHERE decision.alias = meeting.alias AND decision.meeting_id = meeting.id
          AND decision.request IN ('participant', 'location') AND decision.at > now() - interval '1 day'
          AND decision.at > coalesce(
            (SELECT max(ended_at) FROM conference_node WHERE service_name = meeting.service_name), '-infinity')),
      (SELECT min(coalesce(started_at, now())) FROM conference_node
        WHERE service_name = meeting.service_name AND (ended_at IS NULL OR started_at > ended_at)),
      (SELECT min(coalesce(connected_at, now())) FROM participant_leg
        WHERE main_name = meeting.service_name AND disconnected_at IS NULL),
      (SELECT min(decision.at) FROM policy_decision AS decision
        JOIN node_sighting AS asking ON asking.node = decision.node AND asking.location = decision.location
        WHERE decision.alias = meeting.alias AND decision.meeting_id = meeting.id
          AND decision.outcome = 'configure' AND decision.at > now() - interval '1 day'
          AND asking.participant_at IS NULL AND asking.location_at IS NULL
          AND asking.first_seen_at < now() - interval '1 day' AND NOT EXISTS (SELECT FROM sink_node))
    ) AS since
    FROM meeting
    WHERE settings_id IS NULL AND cancelled_at IS NULL AND valid_until > now() ${among}
  ) AS seen WHERE since IS NOT NULL`;

/** What it runs with: what was told last before. Clocks of nodes differ from ours, so else what was told next. */
const told = Prisma.sql`
  SELECT given.id FROM policy_decision AS decision JOIN conference_settings AS given ON given.id = decision.settings_id
  WHERE decision.alias = running.alias AND decision.meeting_id = running.id
    AND decision.outcome = 'configure' AND decision.at > now() - interval '1 day'
  ORDER BY decision.at > running.since, abs(extract(epoch FROM decision.at - running.since)), decision.id LIMIT 1`;

/**
 * Has meetings that a node runs keep the settings that it was told of, or `settingsId` where no record says. Whoever has been
 * told to keep some already goes on with those.
 *
 * @returns how many meetings
 */
export function keepSettings(transaction: Transaction, settingsId: number): Promise<number> {
  return transaction.$executeRaw`
    UPDATE meeting SET settings_id = coalesce(told.id, ${settingsId}::int)
    FROM (${running(Prisma.empty)}) AS running LEFT JOIN LATERAL (${told}) AS told ON true
    WHERE meeting.id = running.id AND meeting.settings_id IS NULL`;
}

/**
 * The same for meetings of which that shows only after `keepSettings` had looked: a caller was at the door when new settings
 * were saved at `savedAt`, or was answered later by an instance that had not heard of them. Tells every instance when it found
 * any, as a meeting that is in memory keeps nothing yet.
 *
 * @returns how many meetings
 */
export function keepSettingsOfLateRecords(savedAt: Date): Promise<number> {
  // Somebody may type a PIN for two minutes before a node goes on with what it was told (policy-api.md §4, D).
  const atTheDoor = Prisma.sql`AND id IN (
    SELECT meeting_id FROM policy_decision
    WHERE outcome = 'configure' AND at > ${savedAt}::timestamptz - interval '130 seconds')`;
  return database().$transaction(async (transaction) => {
    // A meeting that runs with the newest settings has to keep nothing: they are in force.
    const kept = await transaction.$executeRaw`
      UPDATE meeting SET settings_id = told.id
      FROM (${running(atTheDoor)}) AS running CROSS JOIN LATERAL (${told}) AS told
      WHERE meeting.id = running.id AND meeting.settings_id IS NULL
        AND told.id < (SELECT max(id) FROM conference_settings)`;
    if (kept > 0) await notifyChanged(CONFERENCE_SETTINGS, transaction);
    return kept;
  });
}

/** Settings that meetings keep which are open at `now`, newest first, and how many meetings that is. */
export async function keptByOpenMeetings(
  now: Date,
  limit: number,
): Promise<{ settingsId: number; meetings: number }[]> {
  const rows = await database().meeting.groupBy({
    by: ['settingsId'],
    where: { settingsId: { not: null }, cancelledAt: null, validUntil: { gt: now } },
    _count: { id: true },
    orderBy: { settingsId: 'desc' },
    take: limit,
  });
  return rows.flatMap(({ settingsId, _count }) => (settingsId === null ? [] : [{ settingsId, meetings: _count.id }]));
}
