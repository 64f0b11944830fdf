import { settings } from '@/lib/config/env';
import { databaseNow } from '@/lib/db/database-now';
import { findChangeable, type ChangedMeeting } from '@/lib/meetings/change-meeting';
import { actorOf, findClaimed, type ClaimedMeeting, type HostClaim } from '@/lib/meetings/host-claim';
import { hashInvitationSecret, newInvitationSecret } from './invitation-secret';
import { insertInvitation, listInvitations, withdrawInvitation, type StoredInvitation } from './invitation-store';
import type { CreatedInvitation, InvitationList, ListedInvitation } from './schemas';

type Refused<T extends { ok: boolean }> = Extract<T, { ok: false }>;
type Refusal = Refused<Exclude<ChangedMeeting, { error: 'window' }>>;

/** Makes a personal link to a meeting that is not over. The secret in it is shown here once and stored only as a hash. */
export async function invite(
  alias: string,
  displayName: string,
  claim: HostClaim,
): Promise<{ ok: true; value: CreatedInvitation } | Refusal | { ok: false; error: 'too-many' }> {
  const found = await findChangeable(alias, claim, await databaseNow());
  if (!found.ok) return found;
  const { meeting } = found;
  const secret = newInvitationSecret();
  const stored = await insertInvitation({
    meetingId: meeting.id,
    secretHash: hashInvitationSecret(secret),
    displayName,
    createdByAgentId: claim.kind === 'agent' ? claim.id : null,
  });
  if (!stored) return { ok: false, error: 'too-many' };
  const link = personalLink(meeting.alias, secret);
  return { ok: true, value: { id: stored.id, link, displayName, validUntil: meeting.validUntil.toISOString() } };
}

/** The personal links of a meeting, the oldest first, without what is secret in them. */
export async function invitationsOf(
  alias: string,
  claim: HostClaim,
): Promise<{ ok: true; value: InvitationList } | Refused<ClaimedMeeting>> {
  const found = await findClaimed(alias, claim);
  if (!found.ok) return found;
  const validUntil = found.meeting.validUntil.toISOString();
  const invitations = (await listInvitations(found.meeting.id)).map(toListed);
  return { ok: true, value: { validUntil, invitations } };
}

/** Withdraws one, also after the meeting: nobody's name has to stay on a link that works. */
export async function withdraw(
  alias: string,
  id: string,
  claim: HostClaim,
): Promise<{ ok: true; value: ListedInvitation } | Refused<ClaimedMeeting> | { ok: false; error: 'no-invitation' }> {
  const found = await findClaimed(alias, claim);
  if (!found.ok) return found;
  const withdrawn = await withdrawInvitation(found.meeting, id, actorOf(claim), await databaseNow());
  return withdrawn ? { ok: true, value: toListed(withdrawn) } : { ok: false, error: 'no-invitation' };
}

/** The address that lets its holder in by that name. */
export function personalLink(alias: string, secret: string): string {
  return `${settings().appUrl}/join/${alias}?i=${encodeURIComponent(secret)}`;
}

function toListed({ id, displayName, createdAt, createdByAgent, lastUsedAt, withdrawnAt }: StoredInvitation) {
  return {
    id,
    displayName,
    createdAt: createdAt.toISOString(),
    createdBy: createdByAgent?.name ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  } satisfies ListedInvitation;
}
