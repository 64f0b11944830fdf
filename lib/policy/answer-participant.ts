import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DatabaseAway } from '@/lib/db/reachable';
import { REFUSALS } from '@/lib/meetings/refusal-sentences';
import { oneLine } from '@/lib/one-line';
import {
  decideWithoutTicket,
  judgeTicket,
  refuseAfterEnd,
  type ParticipantDecision,
  type PolicyTicket,
} from './decide-participant';
import type { PolicyMeeting } from './decide-service-configuration';
import { aliasOf, findByAlias, findByTag } from './find-dialled';
import { ParticipantProperties, Refusal } from './infinity-rules';
import { envelope, type Content, type PolicyAnswer } from './policy-answer';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';

/** Who the caller is to the meeting: its ticket holder, somebody, or nobody who may come in. */
export async function answerParticipant(
  { caller }: { caller: Caller },
  sources: PolicySources,
  now: Date,
): Promise<PolicyAnswer> {
  const meeting = await findMeeting(caller, sources, now);
  const decision = await decide(meeting, caller, sources, now);
  const { action } = decision;
  const reason = decision.reason + (decision.action === 'honour' ? lackOf(decision.ticket.displayName) : '');
  const about = { alias: meeting?.alias ?? aliasOf(caller, sources), meetingId: meeting?.id ?? null };
  return { outcome: action, reason, ...about, content: contentOf(decision) };
}

/** Versions before 24 may leave the tag out; what was dialled is always there. */
async function findMeeting(caller: Caller, sources: PolicySources, now: Date): Promise<PolicyMeeting | null> {
  const tagged = await findByTag(caller, sources, now);
  if (tagged) return tagged;
  const dialled = await findByAlias(caller, sources, now);
  return dialled.isOurs ? dialled.meeting : null;
}

async function decide(
  meeting: PolicyMeeting | null,
  caller: Caller,
  sources: PolicySources,
  now: Date,
): Promise<ParticipantDecision> {
  const refusal = refuseAfterEnd(meeting, now);
  if (refusal) return refusal;
  try {
    const fingerprint = fingerprintOf(caller);
    // Both legs of one browser may ask at the same moment: who comes second looks again at what the first has left.
    for (let look = 0; look < 2; look += 1) {
      const ticket = await findTicket(caller, sources);
      const verdict = judgeTicket(ticket, { meetingId: meeting?.id ?? null, fingerprint }, now);
      if (verdict.action === 'reject') return verdict;
      if (verdict.action !== 'honour') return await withoutTicket(meeting, caller, sources, verdict.reason);
      if (await sources.takeUse(verdict.ticket, fingerprint, now)) return verdict;
    }
    return await withoutTicket(meeting, caller, sources, 'ticket was used at this moment by someone else');
  } catch (error) {
    // A meeting that is remembered goes on taking people in; who they are then rests with Infinity and the PIN.
    if (error instanceof DatabaseAway && meeting) return whileAway(meeting, caller, sources);
    throw error;
  }
}

/**
 * Memory may admit to a meeting, not to one that only the invited may enter: any tag could be made up, and no opinion would let
 * its bearer in (docs/decisions). Said to be refused, they know that it is worth another try.
 */
async function whileAway(meeting: PolicyMeeting, caller: Caller, sources: PolicySources): Promise<ParticipantDecision> {
  const decision = await withoutTicket(meeting, caller, sources, 'tickets cannot be looked at');
  if (decision.action !== 'reject') return decision;
  return { ...decision, sentence: REFUSALS.ticketUnchecked };
}

async function withoutTicket(meeting: PolicyMeeting | null, caller: Caller, sources: PolicySources, why: string) {
  const isRequired = meeting?.isInvitationRequired === true || (await sources.policySettings()).requiresTickets;
  return decideWithoutTicket(caller, why, meeting !== null, isRequired);
}

const TicketId = z.uuid();

/** The ticket that a caller brings, if what they bring can be one. */
export async function findTicket({ callTag }: Caller, sources: PolicySources): Promise<PolicyTicket | null> {
  const id = TicketId.safeParse(callTag);
  return id.success ? sources.findTicket(id.data) : null;
}

/** What both legs of one browser have in common and another caller would have to guess; hashed, being personal. */
export function fingerprintOf({ address, remoteAlias, vendor }: Caller): string {
  return createHash('sha256')
    .update(JSON.stringify([address, remoteAlias, vendor]))
    .digest('hex');
}

/** What a name had to lose, which was kept before it was looked at as it is now. */
function lackOf(displayName: string): string {
  const name = oneLine(displayName);
  if (name === displayName) return '';
  return name === '' ? ', without their name: nothing of it can be shown' : ', without what no name may have in theirs';
}

function contentOf(decision: ParticipantDecision): Content {
  if (decision.action === 'continue') return envelope({ action: 'continue' });
  if (decision.action === 'reject') {
    return envelope({ action: 'reject', result: Refusal.parse({ reject_reason: decision.sentence }) });
  }
  const { displayName, role, agentId } = decision.ticket;
  const result = ParticipantProperties.parse({
    // Nothing at all is left of a name when it was made of what no name may have: the node then shows what the caller typed.
    ...(oneLine(displayName) === '' ? {} : { remote_display_name: oneLine(displayName) }),
    // Never "guest": someone may hold a guest's ticket and know the PIN, and must not be demoted (policy-api.md §5).
    ...(role === 'host' ? { preauthenticated_role: 'chair' } : {}),
    ...(agentId ? { bypass_lock: true } : {}),
  });
  return envelope({ action: 'continue', result });
}
