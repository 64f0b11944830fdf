import { byAgent, recordAudit } from '@/lib/audit/audit-store';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { database } from '@/lib/db/client';

/**
 * Notes who took a list out of here: it names people. Of what it was narrowed to only the days: what was looked for may itself
 * name somebody, whom nobody would erase here.
 */
export function noteExport(
  agent: SignedInAgent,
  list: 'Meetings' | 'Participants',
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<void> {
  const detail = { ...(from && { from }), ...(to && { to }) };
  return recordAudit(database(), { actor: byAgent(agent), action: 'history.exported', subject: list, detail });
}
