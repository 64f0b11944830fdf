import { database, type Transaction } from '@/lib/db/client';

// A running conference must keep its configuration: all answers about one service have to be the same (policy-api.md §4, D).

/**
 * Has meetings that a node was let into, or that are live, keep the settings they have had until now. Whoever has been
 * told to keep older ones goes on with those.
 *
 * @returns how many meetings
 */
export function keepSettings(transaction: Transaction, settingsId: number): Promise<number> {
  return transaction.$executeRaw`
    UPDATE meeting SET settings_id = ${settingsId}
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
 * The same for meetings whose answer was given before `until`, but recorded only after `keepSettings` had looked.
 *
 * @returns how many meetings
 */
export function keepSettingsOfLateRecords(settingsId: number, until: Date): Promise<number> {
  return database().$executeRaw`
    UPDATE meeting SET settings_id = ${settingsId}
    WHERE settings_id IS NULL AND cancelled_at IS NULL AND valid_until > now() AND EXISTS (
      SELECT FROM policy_decision AS decision
      WHERE decision.alias = meeting.alias AND decision.meeting_id = meeting.id AND decision.outcome = 'configure'
        AND decision.at > ${until}::timestamptz - interval '10 seconds' AND decision.at <= ${until}::timestamptz
    )`;
}
