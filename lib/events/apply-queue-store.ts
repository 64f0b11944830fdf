import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { EventEnvelope } from './envelope';
import type { StoredEvent } from './event-order';
import type { ReceivedEvent } from './sink-starts';
import { bySubject, storedSubjectsOf } from './subjects';

/** A stored event on its way to the rows it changes. */
export interface QueuedEvent extends ReceivedEvent {
  id: bigint;
  subject: string | null;
}

/** Any number that nobody else uses: who holds it applies events. */
const PROJECTOR_LOCK = 4_027_113;

/** Whether this transaction may apply events: one does at a time, over all instances, until it is over. */
export async function mayApply(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`select pg_try_advisory_xact_lock(${PROJECTOR_LOCK}) as may`;
  return row?.may === true;
}

/**
 * Has this transaction's commit not wait for the disk. What it makes of events can be made again: a crash that takes it puts
 * them back into the queue, and they themselves are durable since before the node was answered.
 */
export async function commitWithoutWaiting(tx: Transaction): Promise<void> {
  await tx.$executeRaw`set local synchronous_commit = off`;
}

/** What was taken from the queue. */
export interface Taken {
  events: QueuedEvent[];
  /** Nothing is left behind them. */
  isAll: boolean;
}

/**
 * Takes the oldest events from the queue but for these; they are back in it when the transaction fails. By where they are (ctid),
 * since Postgres, which last saw the queue empty, would look through a long one anew for each of them.
 */
export async function takeQueued(tx: Transaction, most: number, heldBack: readonly bigint[] = []): Promise<Taken> {
  const { events, count } = await take(
    tx,
    Prisma.sql`where event_id <> all(${heldBack.map(String)}::bigint[]) order by event_id limit ${most}`,
  );
  return { events, isAll: count < most };
}

/** Takes this one from the queue: nobody, when somebody else has applied it. */
export async function takeHeldBack(tx: Transaction, id: bigint): Promise<QueuedEvent[]> {
  return (await take(tx, Prisma.sql`where event_id = ${id}`)).events;
}

/** One by one they are read, for one that cannot be read must hold up nobody: it is put aside, and the others go on. */
async function take(tx: Transaction, which: Prisma.Sql): Promise<{ events: QueuedEvent[]; count: number }> {
  const rows = await tx.$queryRaw<(Omit<QueuedEvent, 'envelope'> & { envelope: unknown })[]>`
    with taken as (
      delete from event_to_apply
      where ctid = any(array(select ctid from event_to_apply ${which}))
      returning event_id)
    select id, subject, dedupe_key as "dedupeKey", envelope, received_at as "receivedAt"
    from sink_event join taken on taken.event_id = sink_event.id
    order by id`;
  const read = rows.map((row) => ({ ...row, parsed: EventEnvelope.safeParse(row.envelope) }));
  const events = read.flatMap(({ parsed, ...row }) => (parsed.success ? { ...row, envelope: parsed.data } : []));
  const unreadable = read.flatMap(({ parsed, id }) => (parsed.success ? [] : id));
  if (unreadable.length > 0) await noteUnreadable(tx, unreadable);
  return { events, count: rows.length };
}

async function noteUnreadable(tx: Transaction, ids: readonly bigint[]): Promise<void> {
  console.error(`events: ${ids.join(', ')} could not be read; put aside`);
  await tx.sinkEvent.updateMany({
    where: { id: { in: [...ids] } },
    data: { subject: null, unreadableReason: 'could not be read' },
  });
}

/** All events of these subjects, also those that are still in the queue. */
export async function readHistory(tx: Transaction, subjects: readonly string[]): Promise<Map<string, StoredEvent[]>> {
  const history = new Map<string, StoredEvent[]>(subjects.map((subject) => [subject, []]));
  if (subjects.length === 0) return history;
  const stored = await tx.sinkEvent.findMany({
    where: { subject: { in: subjects.flatMap(storedSubjectsOf) } },
    select: { dedupeKey: true, envelope: true },
  });
  const found = bySubject(
    stored.flatMap(({ dedupeKey, envelope }) => {
      const parsed = EventEnvelope.safeParse(envelope);
      return parsed.success ? { dedupeKey, envelope: parsed.data } : [];
    }),
  );
  for (const subject of subjects) history.set(subject, found.get(subject) ?? []);
  return history;
}

/** Takes an event that cannot be applied out of the queue, unless somebody did: what comes after it must not wait for ever. */
export async function quarantine(tx: Transaction, id: bigint, reason: string): Promise<void> {
  await tx.$executeRaw`
    with taken as (delete from event_to_apply where event_id = ${id} returning event_id)
    update sink_event set subject = null, unreadable_reason = ${reason}
    from taken where taken.event_id = sink_event.id`;
}
