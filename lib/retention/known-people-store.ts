import { peopleOfLegs } from '@/lib/conferences/people-of-legs';
import type { LegRow } from '@/lib/conferences/leg';
import { reportedId } from '@/lib/conferences/stay-id';
import { latestOf } from '@/lib/conferences/times';
import type { Transaction } from '@/lib/db/client';
import { legsOfPeople } from '@/lib/history/legs-of-people';
import type { PersonToErase } from './retention-report';
import { ERASED } from './where-names-are';

export type Known = Awaited<ReturnType<typeof knownOf>>;

/**
 * The chosen people of one conference, with their legs and every name and address they go by there. Of a conference that is
 * not ours there are only legs.
 */
export async function knownOf(tx: Transaction, serviceName: string, chosen: readonly PersonToErase[]) {
  const stored = await tx.participant.findMany({
    where: { serviceName },
    select: { conversationId: true, displayName: true, address: true, ticketId: true, leftAt: true },
  });
  const allLegs = await tx.participantLeg.findMany({
    where: { mainName: serviceName },
    omit: { folding: true },
  });
  const meeting = await tx.meeting.findUnique({
    where: { serviceName },
    select: { id: true, alias: true, validUntil: true, endedAt: true },
  });
  const everybody = stored.length > 0 ? stored : peopleOfLegs(allLegs, new Map(), new Map());
  const owners = legsOfPeople(allLegs, new Set(everybody.map(({ conversationId }) => conversationId)));
  const conversations = knownAs(chosen, allLegs, owners);
  const people = everybody.filter(({ conversationId }) => conversations.has(conversationId));
  const legs = allLegs.filter(({ id }) => conversations.has(owners.get(id) ?? ''));
  const reportedIds = [...new Set(legs.map(reportedId))];
  const reported = await reportedNames(tx, reportedIds);
  const given = chosen.flatMap((one) => ('name' in one ? one.name : []));
  const texts = (values: (string | null)[]) => [
    ...new Set(values.flatMap((value) => (value && value !== ERASED ? value : []))),
  ];
  return {
    people,
    meeting,
    end: meeting && { validUntil: meeting.validUntil, putOutAt: meeting.endedAt },
    heardAt: latestOf(legs.flatMap(({ heardAt, connectedAt }) => [heardAt, connectedAt])),
    legIds: legs.map(({ id }) => id),
    /** Under which what was reported of them is stored. */
    reportedIds,
    // A person is called by their first leg's conversation, or by the leg while no conversation is known: they may have been
    // known by that of another leg before, which may be one that we have not heard of yet.
    allIds: [
      ...new Set([
        ...conversations,
        ...legs.flatMap(({ id, conversationId, relatedIds }) => [id, conversationId, ...relatedIds]),
      ]),
    ],
    ticketIds: people.flatMap(({ ticketId }) => ticketId ?? []),
    names: texts([
      ...given,
      ...legs.flatMap(({ formerNames }) => formerNames),
      ...[...people, ...legs, ...reported].map(({ displayName }) => displayName),
    ]),
    addresses: texts([...people, ...legs, ...reported].map(({ address }) => address)),
  };
}

/** What was reported of these legs keeps what they were called before a name was changed during the call. */
function reportedNames(tx: Transaction, legIds: readonly string[]) {
  return tx.$queryRaw<{ displayName: string | null; address: string | null }[]>`
    select distinct envelope->'data'->>'display_name' as "displayName", envelope->'data'->>'source_alias' as address
    from sink_event where subject = any(${legIds.map((id) => `leg:${id}`)}::text[])`;
}

/** By which conversations the chosen are known now: they may have been chosen by that of another of their legs. */
function knownAs(
  chosen: readonly PersonToErase[],
  legs: readonly Pick<LegRow, 'id' | 'conversationId'>[],
  owners: ReadonlyMap<string, string>,
): Set<string> {
  const conversations = new Set(chosen.flatMap((one) => ('conversationId' in one ? one.conversationId : [])));
  const present = new Set(owners.values());
  for (const { id, conversationId } of legs) {
    const owner = owners.get(id);
    if (owner && conversations.has(conversationId) && !present.has(conversationId)) conversations.add(owner);
  }
  return conversations;
}
