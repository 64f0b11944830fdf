import { setTimeout as pause } from 'node:timers/promises';
import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import { mayApply } from '@/lib/events/apply-queue-store';
import { notifyConferences } from '@/lib/live/notify-live';
import { eraseMessages } from '@/lib/visitor-messages/erase-messages-store';
import { forgetPeopleInWebhooks } from '@/lib/webhooks/webhook-event-store';
import { eraseCallers, eraseInDecisions } from './erase-callers-store';
import { eraseElsewhere, eraseGivenNames, eraseInEvents, eraseRows, rememberErased } from './erase-rows-store';
import { isThere } from './find-people-store';
import { knownOf, type Known } from './known-people-store';
import type { Erased, PersonToErase } from './retention-report';

const TRANSACTION = { timeout: 20_000 };

export type Erasure = ({ ok: true } & Erased) | { ok: false; error: 'still-there' };

/**
 * Erases these people at once, wherever they are named (where-names-are.ts), and writes down that it was done, not of whom.
 * What is left of them are times and counts. What is stored keeps its dedupe keys, so that a repeated delivery brings no
 * name back; what is reported late of a leg that was erased changes nothing of it any more; and what else is delivered late of
 * them is erased within the hour (came-back-store.ts).
 */
export async function erasePeople(people: readonly PersonToErase[], actor: Actor, now: Date): Promise<Erasure> {
  const inMeetings = people.filter((one) => 'serviceName' in one);
  const services = [...new Set(inMeetings.map(({ serviceName }) => serviceName))];
  const chosenIn = (serviceName: string) => inMeetings.filter((person) => person.serviceName === serviceName);
  const isAnyThere = ({ people: known, heardAt, validUntil }: Known) =>
    known.some(({ leftAt }) => isThere({ leftAt, heardAt, validUntil }, now));

  // What has to be looked for in whole tables comes first, while events go on being applied. Cut short after it, the people
  // are still found and can be erased again.
  const looked = new Date();
  const texts = { addresses: new Set<string>(), all: new Set<string>() };
  for (const serviceName of services) {
    const known = await knownOf(database(), serviceName, chosenIn(serviceName));
    if (isAnyThere(known)) return { ok: false, error: 'still-there' };
    for (const address of known.addresses) texts.addresses.add(address);
    for (const text of [...known.names, ...known.addresses]) texts.all.add(text);
  }
  await eraseCallers(database(), [...texts.addresses]);
  await eraseElsewhere(database(), [...texts.all], null);

  return database()
    .$transaction(async (tx) => {
      await holdProjector(tx);
      const senders = people.flatMap((one) => ('messageId' in one ? one.messageId : []));
      await eraseMessages(tx, senders);
      const erased: Erased = { people: people.length, meetings: services.length, events: 0 };
      for (const serviceName of services) {
        const known = await knownOf(tx, serviceName, chosenIn(serviceName));
        if (isAnyThere(known)) throw new StillThere();
        await eraseNewlyKnown(tx, known, texts, looked);
        await rememberErased(tx, serviceName, known.allIds, new Date(looked.getTime() - STORING_MS));
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

/** Far longer than storing may take: what was on its way when we looked came after this. */
const STORING_MS = 60_000;

/** What came to be known, or was reported, since whole tables were looked through: hardly ever anything. */
async function eraseNewlyKnown(
  tx: Transaction,
  known: Known,
  before: { addresses: ReadonlySet<string>; all: ReadonlySet<string> },
  looked: Date,
): Promise<void> {
  const texts = [...known.names, ...known.addresses];
  await eraseCallers(
    tx,
    known.addresses.filter((address) => !before.addresses.has(address)),
  );
  await eraseElsewhere(
    tx,
    texts.filter((text) => !before.all.has(text)),
    null,
  );
  await eraseElsewhere(tx, texts, new Date(looked.getTime() - STORING_MS));
}

/** Returns how many reports were erased. */
async function eraseIn(tx: Transaction, serviceName: string, known: Known): Promise<number> {
  const conversationIds = known.people.map(({ conversationId }) => conversationId);
  await eraseRows(tx, serviceName, conversationIds, known.legIds);
  if (known.meeting) {
    await eraseGivenNames(tx, known.meeting, known.names, known.ticketIds);
    await eraseInDecisions(tx, known.meeting.alias, [...known.names, ...known.addresses]);
    await forgetPeopleInWebhooks(tx, known.meeting.alias, known.allIds);
  }
  const events = await eraseInEvents(tx, known.reportedIds);
  await notifyConferences(tx, [serviceName]);
  return events;
}
