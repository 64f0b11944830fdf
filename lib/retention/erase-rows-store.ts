import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { isOneOf, withoutCase } from '@/lib/history/text-search-store';
import { forgetTopicInWebhooks } from '@/lib/webhooks/webhook-event-store';
import { ERASED, NAMELESS_FIELDS } from './where-names-are';

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
  await tx.participant.updateMany({ where: who, data: { address: null } });
  await tx.participantLeg.updateMany({ where: { ...legs, ...isNamed }, data: { displayName: ERASED } });
  await tx.$executeRaw`
    update participant_leg set address = null, folding = null where id = any(${[...legIds]}::text[])`;
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

/** What they said of the call, and what others said there of them. */
async function eraseRatingWords(
  tx: Transaction,
  meetingId: string,
  names: readonly string[],
  ticketIds: readonly string[],
) {
  await tx.$executeRaw`
    update call_rating set word = null
    where meeting_id = ${meetingId}::uuid and word is not null
      and (ticket_id = any(${[...ticketIds]}::uuid[]) or ${hasOneOf(Prisma.sql`word`, names)})`;
}

/** Whether one of these texts stands anywhere in a column, in whatever case. */
function hasOneOf(column: Prisma.Sql, texts: readonly string[]): Prisma.Sql {
  return Prisma.sql`exists (
    select from unnest(${[...texts]}::text[]) as one
    where strpos(${withoutCase(column)}, ${withoutCase(Prisma.sql`one`)}) > 0)`;
}

/** What was reported of these legs, also what is not applied yet: only what names nobody stays. Returns how many. */
export function eraseInEvents(tx: Transaction, legIds: readonly string[]): Promise<number> {
  const subjects = legIds.map((id) => `leg:${id}`);
  return tx.$executeRaw`
    update sink_event set envelope = jsonb_build_object(
      'node', envelope->'node', 'seq', envelope->'seq', 'version', envelope->'version', 'time', envelope->'time',
      'event', envelope->'event', 'data', (
        select coalesce(jsonb_object_agg(key, value), '{}') from json_each(
          case when json_typeof(envelope->'data') = 'object' then envelope->'data' else '{}' end
        ) where key = any(${[...NAMELESS_FIELDS]}::text[])
      ) || case when coalesce(envelope->'data'->>'display_name', '') = '' then '{}'::jsonb
                else jsonb_build_object('display_name', ${ERASED}::text) end)::json
    where subject = any(${subjects}::text[])`;
}

/**
 * What no row is made from, readable or not, and has one of these texts in it: nothing of it stays.
 *
 * @param since only what was received since then; null for all
 */
export async function eraseElsewhere(tx: Transaction, texts: readonly string[], since: Date | null): Promise<void> {
  if (texts.length === 0) return;
  const isMeant = since ? Prisma.sql`received_at >= ${since} and subject is null` : Prisma.sql`subject is null`;
  await tx.$executeRaw`
    update sink_event set envelope = '{}' where ${isMeant} and ${hasOneOf(Prisma.sql`envelope::text`, texts)}`;
}
