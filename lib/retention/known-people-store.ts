import type { Transaction } from '@/lib/db/client';
import { legsOfPeople } from '@/lib/history/legs-of-people';
import type { PersonToErase } from './retention-report';

export type Known = Awaited<ReturnType<typeof knownOf>>;

/** The chosen people of one conference, with their legs and every name and address they go by there. */
export async function knownOf(tx: Transaction, serviceName: string, chosen: readonly PersonToErase[]) {
  const conversations = new Set(chosen.flatMap((one) => ('conversationId' in one ? one.conversationId : [])));
  const everybody = await tx.participant.findMany({
    where: { serviceName },
    select: { conversationId: true, displayName: true, address: true, ticketId: true, leftAt: true },
  });
  const allLegs = await tx.participantLeg.findMany({
    where: { mainName: serviceName },
    omit: { folding: true },
  });
  const meeting = await tx.meeting.findUnique({
    where: { serviceName },
    select: { id: true, alias: true, validUntil: true },
  });
  const people = everybody.filter(({ conversationId }) => conversations.has(conversationId));
  const owners = legsOfPeople(allLegs, new Set(everybody.map(({ conversationId }) => conversationId)));
  const legs = allLegs.filter(({ id }) => conversations.has(owners.get(id) ?? ''));
  const given = chosen.flatMap((one) => ('name' in one ? one.name : []));
  const texts = (values: (string | null)[]) => [...new Set(values.flatMap((value) => value || []))];
  return {
    people,
    meeting,
    validUntil: meeting?.validUntil ?? null,
    legIds: legs.map(({ id }) => id),
    // A person is called by their first leg's conversation, or by the leg while no conversation is known: they may have been
    // known by that of another leg before.
    allIds: [...new Set([...conversations, ...legs.flatMap(({ id, conversationId }) => [id, conversationId])])],
    ticketIds: people.flatMap(({ ticketId }) => ticketId ?? []),
    names: texts([...given, ...[...people, ...legs].map(({ displayName }) => displayName)]),
    addresses: texts([...people, ...legs].map(({ address }) => address)),
  };
}
