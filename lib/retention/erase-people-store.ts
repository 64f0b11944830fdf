import { setTimeout as pause } from 'node:timers/promises';
import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import { databaseNow } from '@/lib/db/database-now';
import { mayApply } from '@/lib/events/apply-queue-store';
import { notifyConferences } from '@/lib/live/notify-live';
import { eraseMessages } from '@/lib/visitor-messages/erase-messages-store';
import { forgetPeopleInWebhooks } from '@/lib/webhooks/webhook-event-store';
import { eraseInDecisions, withoutScheme, type Askers } from './erase-callers-store';
import { eraseBodies, eraseElsewhere, type Traces } from './erase-elsewhere-store';
import { conferenceSubjects, eraseInEvents } from './erase-events-store';
import { eraseGivenNames, eraseRows, rememberErased } from './erase-rows-store';
import { isThere } from './find-people-store';
import { knownOf, type Known } from './known-people-store';
import type { Erased, PersonToErase } from './retention-report';

// What is looked through as a whole is read in pieces: no statement here may take seconds, as no query may (lib/db/client.ts).
const TRANSACTION = { timeout: 20_000 };
/** All pieces together take long where a new version of Infinity tells much that is not known here. */
const READING = { timeout: 120_000 };

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
  const isAnyThere = ({ people: known, heardAt, end }: Known) =>
    known.some(({ leftAt }) => isThere({ leftAt, heardAt, end }, now));

  // What has to be looked for in whole tables comes first, while events go on being applied. Cut short after it, the people
  // are still found and can be erased again.
  const looked = await whenItBegan();
  const before = new Map<string, Known>();
  for (const serviceName of services) {
    const known = await knownOf(database(), serviceName, chosenIn(serviceName));
    if (isAnyThere(known)) return { ok: false, error: 'still-there' };
    before.set(serviceName, known);
  }
  const all = [...before.values()];
  await eraseInDecisions(database(), askersOf(all), null);
  await database().$transaction((tx) => eraseElsewhere(tx, tracesOf(all), null), READING);
  if (services.length > 0) await eraseBodies(database(), null);
  const since = new Date(looked.getTime() - STORING_MS);

  return database()
    .$transaction(async (tx) => {
      await holdProjector(tx);
      const senders = people.flatMap((one) => ('messageId' in one ? one.messageId : []));
      await eraseMessages(tx, senders);
      const erased: Erased = { people: people.length, meetings: services.length, events: 0 };
      for (const serviceName of services) {
        const known = await knownOf(tx, serviceName, chosenIn(serviceName));
        if (isAnyThere(known)) throw new StillThere();
        // What came to be known of them meanwhile, hardly ever anything, has to be looked for in all there is.
        const unlooked = isAllKnown(known, before.get(serviceName)!) ? since : null;
        await eraseInDecisions(tx, askersOf([known]), unlooked);
        await eraseElsewhere(tx, tracesOf([known]), unlooked);
        await rememberErased(tx, serviceName, known.allIds, since);
        erased.events += await eraseIn(tx, serviceName, known);
      }
      // For support; who is named in them cannot be told, so all of them go.
      await tx.capturedRequest.deleteMany();
      if (services.length > 0) await eraseBodies(tx, since);
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

/** By the earlier of two clocks: events were received by the database's, and decisions made by that of a process. */
async function whenItBegan(): Promise<Date> {
  return new Date(Math.min(Date.now(), (await databaseNow()).getTime()));
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

// What whole tables are looked through for.

function askersOf(all: readonly Known[]): Askers {
  return {
    addresses: [...new Set(all.flatMap(({ addresses }) => addresses))],
    inMeetings: all.flatMap(({ meeting, names, addresses }) =>
      meeting ? [{ id: meeting.id, alias: meeting.alias, texts: [...names, ...addresses] }] : [],
    ),
  };
}

/** Some nodes write an address with its scheme, some without, and in a free text hardly anybody writes it. */
function tracesOf(all: readonly Known[]): Traces {
  const texts = all.flatMap(({ names, addresses }) => [...names, ...addresses.map(withoutScheme)]);
  return { texts: [...new Set(texts)], ids: [...new Set(all.flatMap(({ allIds }) => allIds))] };
}

function isAllKnown(known: Known, before: Known): boolean {
  const words = ({ names, addresses, allIds }: Known) => [...names, ...addresses, ...allIds];
  const knownBefore = new Set(words(before));
  return words(known).every((word) => knownBefore.has(word));
}

/** Returns how many reports were erased. */
async function eraseIn(tx: Transaction, serviceName: string, known: Known): Promise<number> {
  const conversationIds = known.people.map(({ conversationId }) => conversationId);
  await eraseRows(tx, serviceName, conversationIds, known.legIds);
  if (known.meeting) {
    await eraseGivenNames(tx, known.meeting, known.names, known.ticketIds);
    await forgetPeopleInWebhooks(tx, known.meeting.alias, known.allIds);
  }
  const conferences = await conferenceSubjects(tx, serviceName);
  const events = await eraseInEvents(tx, { legIds: known.reportedIds, mediaIds: known.allIds, conferences });
  await notifyConferences(tx, [serviceName]);
  return events;
}
