import { urgentPool } from '@/lib/db/client';
import { unlessAway, whileReachable } from '@/lib/db/reachable';
import type { PolicyMeeting, Settled } from './decide-service-configuration';
import type { PolicyTicket } from './decide-participant';

// The look-ups of the policy path, the one place that goes past Prisma (design.md §10): a named prepared statement costs
// a fraction of what a Prisma query does, and a caller is waiting (docs/decisions). Each throws DatabaseAway.

const MEETING = `SELECT id, alias, service_name AS "serviceName", valid_from AS "validFrom", valid_until AS "validUntil",
  cancelled_at AS "cancelledAt", host_pin AS "hostPin", is_lobby AS "isLobby", participant_limit AS "participantLimit",
  is_invitation_required AS "isInvitationRequired", settings_id AS "settingsId", home_location AS "homeLocation",
  early_views_only AS "hasEarlyViewsOnly"
  FROM meeting`;

const BY_ALIAS = { name: 'policy-meetings-by-alias', text: `${MEETING} WHERE alias = ANY($1::text[])` };
const BY_ID = { name: 'policy-meetings-by-id', text: `${MEETING} WHERE id = ANY($1::uuid[])` };

/** The meetings that have these aliases, already undone and lower-case. */
export function findMeetingsByAlias(aliases: string[]): Promise<PolicyMeeting[]> {
  return query<PolicyMeeting>(BY_ALIAS, [aliases]);
}

export function findMeetingsById(ids: string[]): Promise<PolicyMeeting[]> {
  return query<PolicyMeeting>(BY_ID, [ids]);
}

const SETTLE = {
  name: 'policy-settle',
  text: `UPDATE meeting SET home_location = coalesce(home_location, $2::text),
      early_views_only = coalesce(early_views_only, $3::boolean)
    WHERE id = ANY($1::uuid[])
    RETURNING id, home_location AS "homeLocation", early_views_only AS "hasEarlyViewsOnly"`,
};

/** Settles for these meetings what nobody has settled yet; null leaves it open. @returns what holds for each. */
export async function settle(meetingIds: string[], wanted: Settled): Promise<Map<string, Settled>> {
  const values = [meetingIds, wanted.homeLocation, wanted.hasEarlyViewsOnly];
  const rows = await query<Settled & { id: string }>(SETTLE, values);
  return new Map(rows.map(({ id, ...settled }) => [id, settled]));
}

const FIND_TICKET = {
  name: 'policy-ticket',
  text: `SELECT id, meeting_id AS "meetingId", display_name AS "displayName", role, agent_id AS "agentId",
    expires_at AS "expiresAt", used_at AS "usedAt", used_by AS "usedBy", uses, withdrawn_at AS "withdrawnAt"
    FROM ticket WHERE id = $1`,
};

export async function findPolicyTicket(id: string): Promise<PolicyTicket | null> {
  const [ticket] = await query<PolicyTicket>(FIND_TICKET, [id]);
  return ticket ?? null;
}

const USE_TICKET = {
  name: 'policy-use-ticket',
  text: `UPDATE ticket SET uses = uses + 1, used_at = coalesce(used_at, $3), used_by = coalesce(used_by, $4)
    WHERE id = $1 AND uses = $2 AND withdrawn_at IS NULL RETURNING id`,
};

/**
 * Takes one use of a ticket. False when somebody else took it, or it was withdrawn, since it was read. Asked once only: after
 * an answer that was merely late, asking again would find the use taken, by ourselves.
 */
export async function takeUse(ticket: PolicyTicket, usedBy: string, now: Date): Promise<boolean> {
  const rows = await unlessAway(() => run(USE_TICKET, [ticket.id, ticket.uses, now, usedBy]));
  return rows.length === 1;
}

interface Statement {
  name: string;
  text: string;
}

const query = <T extends object>(statement: Statement, values: unknown[]) =>
  whileReachable(() => run<T>(statement, values));

async function run<T extends object>(statement: Statement, values: unknown[]): Promise<T[]> {
  return (await urgentPool().query<T>({ ...statement, values })).rows;
}
