import { setTimeout as pause } from 'node:timers/promises';
import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import { mayApply } from '@/lib/events/apply-queue-store';
import { legsOfPeople } from '@/lib/history/legs-of-people';
import { notifyConferences } from '@/lib/live/notify-live';
import { eraseMessages } from '@/lib/visitor-messages/erase-messages-store';
import { forgetPeopleInWebhooks } from '@/lib/webhooks/webhook-event-store';
import { eraseGivenNames, eraseInDecisions, eraseInEvents, eraseElsewhere, eraseRows } from './erase-rows-store';
import { isThere } from './find-people-store';
import type { Erased, PersonToErase } from './retention-report';

const TRANSACTION = { timeout: 20_000 };

export type Erasure = ({ ok: true } & Erased) | { ok: false; error: 'still-there' };

/**
 * Erases these people at once, wherever they are named (where-names-are.ts), and writes down that it was done, not of whom.
 * What is left of them are times and counts. What is stored keeps its dedupe keys, so that a repeated delivery brings no
 * name back; and what is reported late of a leg that was erased changes nothing of it any more.
 */
export async function erasePeople(people: readonly PersonToErase[], actor: Actor, now: Date): Promise<Erasure> {
  return database()
    .$transaction(async (tx) => {
      await holdProjector(tx);
      const inMeetings = people.filter((one) => 'serviceName' in one);
      const services = [...new Set(inMeetings.map(({ serviceName }) => serviceName))];
      const senders = people.flatMap((one) => ('messageId' in one ? one.messageId : []));
      await eraseMessages(tx, senders);
      const erased: Erased = { people: people.length, meetings: services.length, events: 0 };
      for (const serviceName of services) {
        const own = inMeetings.filter((person) => person.serviceName === serviceName);
        const known = await knownOf(tx, serviceName, own);
        if (known.people.some(({ leftAt }) => isThere({ leftAt, validUntil: known.validUntil }, now))) {
          throw new StillThere();
        }
        erased.events += await eraseIn(tx, serviceName, known);
      }
      // For support, kept for a day; who is named in them cannot be told, so all of them go.
      await tx.capturedRequest.deleteMany();
      const { meetings, events } = erased;
      const subject = people.length === 1 ? 'A person' : `${people.length} people`;
      await recordAudit(tx, { actor, action: 'person.erased', subject, detail: { meetings, events } });
      return { ok: true as const, ...erased };
    }, TRANSACTION)
    .catch((error: unknown) => {
      if (error instanceof StillThere) return { ok: false as const, error: 'still-there' as const };
      throw error;
    });
}

/**
 * The projector computes people from their legs: it must not be half-way with the names still in its hands. One pass of it
 * takes a fraction of a second, and it rests after each.
 */
async function holdProjector(tx: Transaction): Promise<void> {
  const giveUpAt = Date.now() + TRANSACTION.timeout / 2;
  while (!(await mayApply(tx))) {
    if (Date.now() > giveUpAt) throw new Error('events are being applied all the time');
    await pause(10);
  }
}

/** Undoes what was erased before it was found. */
class StillThere extends Error {}

type Known = Awaited<ReturnType<typeof knownOf>>;

/** The chosen people of one conference, with their legs and every name and address they go by there. */
async function knownOf(tx: Transaction, serviceName: string, chosen: readonly PersonToErase[]) {
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
    ticketIds: people.flatMap(({ ticketId }) => ticketId ?? []),
    names: texts([...given, ...[...people, ...legs].map(({ displayName }) => displayName)]),
    addresses: texts([...people, ...legs].map(({ address }) => address)),
  };
}

/** Returns how many reports were erased. */
async function eraseIn(tx: Transaction, serviceName: string, known: Known): Promise<number> {
  const conversationIds = known.people.map(({ conversationId }) => conversationId);
  await eraseRows(tx, serviceName, conversationIds, known.legIds);
  if (known.meeting) await eraseGivenNames(tx, known.meeting, known.names, known.ticketIds);
  await eraseInDecisions(tx, known.meeting?.alias ?? null, known.names, known.addresses);
  await forgetPeopleInWebhooks(
    tx,
    conversationIds.map((conversationId) => ({ serviceName, conversationId })),
  );
  const events = await eraseInEvents(tx, known.legIds);
  await eraseElsewhere(tx, [...known.names, ...known.addresses]);
  await notifyConferences(tx, [serviceName]);
  return events;
}
