import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { isOneOf } from '@/lib/history/text-search-store';
import { forgetTopicInWebhooks } from '@/lib/webhooks/webhook-event-store';
import { NAMELESS_TAG, namelessReason } from './free-text-store';
import { namesAnyOf } from './names-in-text';
import { ERASED } from './where-names-are';

// The statements of erasing a person on request, in the caller's transaction.

/** What the projection says of these people and their legs. Without its folding a leg's row stays as it is from then on. */
export async function eraseRows(
  tx: Transaction,
  serviceName: string,
  conversationIds: readonly string[],
  legIds: readonly string[],
): Promise<void> {
  const who = { serviceName, conversationId: { in: [...conversationIds] } };
  const legs = { id: { in: [...legIds] } };
  const isNamed = { displayName: { not: null } };
  await tx.participant.updateMany({ where: { ...who, ...isNamed }, data: { displayName: ERASED } });
  await tx.$executeRaw`
    update participant set address = null, left_reason = ${namelessReason('left_reason')}
    where service_name = ${serviceName} and conversation_id = any(${[...conversationIds]}::text[])`;
  await tx.participantLeg.updateMany({ where: { ...legs, ...isNamed }, data: { displayName: ERASED } });
  await tx.$executeRaw`
    update participant_leg set former_names = '{}', address = null, folding = null,
      call_tag = ${NAMELESS_TAG}, disconnect_reason = ${namelessReason('disconnect_reason')}
    where id = any(${[...legIds]}::text[])`;
}

/** Remembers whom to erase again when more of them is delivered; what was stored until then is erased. */
export async function rememberErased(
  tx: Transaction,
  serviceName: string,
  ids: readonly string[],
  erasedAt: Date,
): Promise<void> {
  await tx.$executeRaw`
    insert into erased_person (service_name, id, erased_at)
    select ${serviceName}, id, ${erasedAt} from unnest(${[...ids]}::text[]) as id
    on conflict (service_name, id) do update set erased_at = excluded.erased_at`;
}

/**
 * What was given to our site, on tickets and personal links of this meeting, by these names in whatever case, with what they
 * said of the call. The visitor's topic goes with their name; an agent's stays.
 */
export async function eraseGivenNames(
  tx: Transaction,
  meeting: { id: string; alias: string },
  names: readonly string[],
  ticketIds: readonly string[],
): Promise<void> {
  const byVisitor = await tx.$queryRaw<{ isOwnTopic: boolean }[]>`
    update meeting set visitor_name = ${ERASED}, topic = case when created_by_agent_id is not null then topic end
    where id = ${meeting.id}::uuid and ${isOneOf(Prisma.sql`visitor_name`, names)}
    returning created_by_agent_id is null as "isOwnTopic"`;
  if (byVisitor.some(({ isOwnTopic }) => isOwnTopic)) await forgetTopicInWebhooks(tx, meeting.alias);
  const holders = await tx.$queryRaw<{ id: string; invitationId: string | null }[]>`
    update ticket set display_name = ${ERASED}
    where meeting_id = ${meeting.id}::uuid
      and (id = any(${[...ticketIds]}::uuid[]) or ${isOneOf(Prisma.sql`display_name`, names)})
    returning id, invitation_id as "invitationId"`;
  await eraseInvitations(
    tx,
    meeting.id,
    names,
    holders.flatMap(({ invitationId }) => invitationId ?? []),
  );
  await eraseRatingWords(
    tx,
    meeting.id,
    names,
    holders.map(({ id }) => id),
  );
}

/** Their personal links, also where they joined by another name than the link has. */
async function eraseInvitations(tx: Transaction, meetingId: string, names: readonly string[], ids: readonly string[]) {
  await tx.$executeRaw`
    update invitation set display_name = ${ERASED}
    where meeting_id = ${meetingId}::uuid
      and (id = any(${[...ids]}::uuid[]) or ${isOneOf(Prisma.sql`display_name`, names)})`;
}

/** What they said of the call, and what others said there of them: a meeting has a few at most. */
async function eraseRatingWords(
  tx: Transaction,
  meetingId: string,
  names: readonly string[],
  ticketIds: readonly string[],
) {
  const isNamed = namesAnyOf(names);
  const said = await tx.callRating.findMany({
    where: { meetingId, word: { not: null } },
    select: { ticketId: true, word: true },
  });
  const meant = said.filter(({ ticketId, word }) => ticketIds.includes(ticketId) || isNamed(word ?? ''));
  const where = { ticketId: { in: meant.map(({ ticketId }) => ticketId) } };
  await tx.callRating.updateMany({ where, data: { word: null } });
}
