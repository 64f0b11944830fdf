import { database, type Transaction } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { CONFERENCE_SETTINGS } from './current-settings';

// A running conference must keep its configuration: all answers about one service have to be the same (policy-api.md §4, D).
// What was answered first is what it runs with. Every decision says which settings it was made from.

/**
 * Has meetings that a node was let into, or that are live, keep the settings that their earliest recorded configuration was
 * made from, or `settingsId` where no record says. Whoever has been told to keep some already goes on with those.
 *
 * @returns how many meetings
 */
export function keepSettings(transaction: Transaction, settingsId: number): Promise<number> {
  // Joined with the settings, since a meeting can only keep what there is.
  return transaction.$executeRaw`
    UPDATE meeting SET settings_id = coalesce((
      SELECT given.id FROM policy_decision AS decision JOIN conference_settings AS given ON given.id = decision.settings_id
      WHERE decision.alias = meeting.alias AND decision.meeting_id = meeting.id
        AND decision.outcome = 'configure' AND decision.at > now() - interval '1 day'
      ORDER BY decision.at, decision.id LIMIT 1
    ), ${settingsId}::int)
    WHERE settings_id IS NULL AND cancelled_at IS NULL AND valid_until > now() AND (
      EXISTS (
        SELECT FROM policy_decision AS decision
        WHERE decision.alias = meeting.alias AND decision.meeting_id = meeting.id
          AND decision.outcome = 'configure' AND decision.at > now() - interval '1 day'
      ) OR EXISTS (
        SELECT FROM conference_node AS conference
        WHERE conference.service_name = meeting.service_name
          AND (conference.ended_at IS NULL OR conference.started_at > conference.ended_at)
      )
    )`;
}

/**
 * The same for meetings whose answers were recorded only after `keepSettings` had looked: given before the new settings were
 * saved at `savedAt`, or given later by an instance that had not heard of them. Tells every instance when it found any, as a
 * meeting that is in memory keeps nothing yet.
 *
 * @param settingsId what held before `savedAt`, for answers of before whose record does not say what they were made from
 * @returns how many meetings
 */
export function keepSettingsOfLateRecords(settingsId: number, savedAt: Date): Promise<number> {
  return database().$transaction(async (transaction) => {
    // A meeting whose earliest answer was made from the newest settings has to keep nothing: they are in force.
    const kept = await transaction.$executeRaw`
      UPDATE meeting SET settings_id = first.settings_id
      FROM (
        SELECT DISTINCT ON (meeting_id) meeting_id,
               coalesce(settings_id, CASE WHEN at <= ${savedAt}::timestamptz THEN ${settingsId}::int END) AS settings_id
        FROM policy_decision
        WHERE outcome = 'configure' AND at > ${savedAt}::timestamptz - interval '10 seconds'
        ORDER BY meeting_id, at, id
      ) AS first JOIN conference_settings AS given ON given.id = first.settings_id
      WHERE meeting.id = first.meeting_id AND meeting.settings_id IS NULL
        AND cancelled_at IS NULL AND valid_until > now()
        AND first.settings_id < (SELECT max(id) FROM conference_settings)`;
    if (kept > 0) await notifyChanged(CONFERENCE_SETTINGS, transaction);
    return kept;
  });
}
