import { pool } from '@/lib/db/client';
import type { MeetingWindow } from '@/lib/meetings/meeting';
import type { PolicyMeeting } from './decide-service-configuration';
import type { PolicyTicket } from './decide-participant';

// The look-ups of the policy path, the one place that goes past Prisma (design.md §10): a named prepared statement costs
// a fraction of what a Prisma query does, and a caller is waiting (docs/decisions).

const FIND_MEETING = {
  name: 'policy-meeting',
  text: `SELECT id, service_name AS "serviceName", valid_from AS "validFrom", valid_until AS "validUntil",
    cancelled_at AS "cancelledAt", host_pin AS "hostPin", is_lobby AS "isLobby",
    participant_limit AS "participantLimit" FROM meeting WHERE alias = $1`,
};

/** The meeting that has this alias, already undone and lower-case. */
export async function findPolicyMeeting(alias: string): Promise<PolicyMeeting | null> {
  const { rows } = await pool().query<PolicyMeeting>({ ...FIND_MEETING, values: [alias] });
  return rows[0] ?? null;
}

const FIND_WINDOW = {
  name: 'policy-window',
  text: `SELECT valid_from AS "validFrom", valid_until AS "validUntil", cancelled_at AS "cancelledAt"
    FROM meeting WHERE id = $1`,
};

/** The window of the meeting with this id, which comes back to us as the service tag. */
export async function findWindow(meetingId: string): Promise<MeetingWindow | null> {
  const { rows } = await pool().query<MeetingWindow>({ ...FIND_WINDOW, values: [meetingId] });
  return rows[0] ?? null;
}

const FIND_TICKET = {
  name: 'policy-ticket',
  text: `SELECT id, meeting_id AS "meetingId", display_name AS "displayName", role, agent_id IS NOT NULL AS "isAgent",
    expires_at AS "expiresAt", used_at AS "usedAt", used_by AS "usedBy", uses FROM ticket WHERE id = $1`,
};

export async function findPolicyTicket(id: string): Promise<PolicyTicket | null> {
  const { rows } = await pool().query<PolicyTicket>({ ...FIND_TICKET, values: [id] });
  return rows[0] ?? null;
}

const USE_TICKET = {
  name: 'policy-use-ticket',
  text: `UPDATE ticket SET uses = uses + 1, used_at = coalesce(used_at, $3), used_by = coalesce(used_by, $4)
    WHERE id = $1 AND uses = $2`,
};

/** Takes one use of a ticket. False when somebody else took it since it was read. */
export async function takeUse(ticket: PolicyTicket, usedBy: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool().query({ ...USE_TICKET, values: [ticket.id, ticket.uses, now, usedBy] });
  return rowCount === 1;
}
