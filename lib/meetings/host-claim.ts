import type { Actor } from '@/lib/audit/audit-store';
import { findByAlias } from './find-meeting';
import { isHostKey } from './host-secrets';
import type { StoredMeeting } from './meeting-store';

/** What allows someone to change a meeting. */
export type HostClaim = { kind: 'agent'; id: string; name: string } | { kind: 'host-key'; hostKey: string };

export type ClaimedMeeting = { ok: true; meeting: StoredMeeting } | { ok: false; error: 'unknown' | 'wrong-host-key' };

/** The meeting with this alias, if the claim is one to it. In whatever state it is. */
export async function findClaimed(alias: string, claim: HostClaim): Promise<ClaimedMeeting> {
  const meeting = await findByAlias(alias);
  if (!meeting) return { ok: false, error: 'unknown' };
  if (claim.kind === 'host-key' && !isHostKey(claim.hostKey, meeting.hostKeyHash)) {
    return { ok: false, error: 'wrong-host-key' };
  }
  return { ok: true, meeting };
}

/** Whom the audit names. */
export const actorOf = (claim: HostClaim): Actor => (claim.kind === 'agent' ? claim : { kind: 'host' });
