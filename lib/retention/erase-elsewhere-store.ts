import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { KEPT_AS_BASE64 } from '@/lib/events/read-delivery';
import { withoutCase } from '@/lib/history/text-search-store';
import { writeEvents, type StoredRow } from './erase-events-store';
import { withoutPeople } from './nameless-event';
import { namesAnyOf } from './names-in-text';
import { ERASED } from './where-names-are';

// Erasing a person in what no row is made from: events that nobody knows, and what could not be read.

/** By what they are found there. */
export interface Traces {
  /** Names and addresses they went by. */
  texts: readonly string[];
  /** Legs and conversations of theirs. */
  ids: readonly string[];
}

const AT_ONCE = 1_000;

/** Of a body that is no JSON there is nothing but its text (read-delivery.ts). */
const IS_BODY = Prisma.sql`(unreadable_reason is not null and json_typeof(envelope->'body') = 'string')`;

/**
 * Takes these people out of events that change no row, readable or not (nameless-event.ts).
 *
 * @param since only what was received since then; null for all
 */
export async function eraseElsewhere(tx: Transaction, { texts, ids }: Traces, since: Date | null): Promise<void> {
  const sought = [...texts.map(asWritten), ...ids.map(asWritten)];
  if (sought.length === 0) return;
  const isName = namesAnyOf(texts);
  const known = new Set(ids);
  const isId = (text: string) => known.has(text);
  await eachPage(tx, Prisma.sql`subject is null ${receivedSince(since)}`, async (page) => {
    // More than are meant: which of them name somebody, and where, is looked at one by one.
    const rows = await tx.$queryRaw<StoredRow[]>`
      select id, envelope from sink_event
      where ${page} and ${IS_BODY} is not true
        and exists (select from unnest(${sought}::text[]) as one
          where strpos(${withoutCase(Prisma.sql`envelope::text`)}, ${withoutCase(Prisma.sql`one`)}) > 0)
      order by id for update`;
    await writeEvents(tx, rows, (envelope) => withoutPeople(envelope, { isId, isName }));
  });
}

/** By pages of all of these events, however few of them are meant: no statement may take seconds. */
async function eachPage(tx: Transaction, among: Prisma.Sql, take: (page: Prisma.Sql) => Promise<unknown>) {
  let last = 0n;
  for (;;) {
    const after = Prisma.sql`${among} and id > ${last}`;
    const [page] = await tx.$queryRaw<{ end: bigint | null }[]>`
      select max(id) as end from (select id from sink_event where ${after} order by id limit ${AT_ONCE}) as page`;
    if (!page?.end) return;
    await take(Prisma.sql`${after} and id <= ${page.end}`);
    last = page.end;
  }
}

const EMPTIED = Prisma.sql`update sink_event set envelope = json_build_object('body', ${ERASED}::text)`;

/**
 * Empties all bodies that were no JSON: in whatever way a name is written there, with escapes or cut in half, it cannot be
 * looked for. They are kept for whoever mends a node or a proxy, and new ones come as long as that is wrong.
 *
 * @param since only what was received since then; null for all
 */
export async function eraseBodies(tx: Transaction, since: Date | null): Promise<void> {
  await eachPage(
    tx,
    Prisma.sql`unreadable_reason is not null ${receivedSince(since)}`,
    (page) => tx.$executeRaw`${EMPTIED} where ${page} and ${IS_BODY} and envelope->>'body' <> ${ERASED}`,
  );
}

/** Empties those that came since then and have one of these ids in them, or may have: in base64 none can be looked for. */
export async function eraseLateBodies(tx: Transaction, ids: readonly string[], since: Date): Promise<void> {
  const isMeant = Prisma.sql`(unreadable_reason = ${KEPT_AS_BASE64}
    or exists (select from unnest(${[...ids]}::text[]) as id where strpos(envelope->>'body', id) > 0))`;
  await eachPage(
    tx,
    Prisma.sql`unreadable_reason is not null ${receivedSince(since)}`,
    (page) => tx.$executeRaw`${EMPTIED} where ${page} and ${IS_BODY} and ${isMeant}`,
  );
}

const receivedSince = (since: Date | null) => (since ? Prisma.sql`and received_at >= ${since}` : Prisma.empty);

/** As it stands in the one spelling of what is stored (canonical-json.ts). */
const asWritten = (text: string) => JSON.stringify(text.trim()).slice(1, -1);
