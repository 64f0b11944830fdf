import { database, type Transaction } from '@/lib/db/client';
import { LIVE_CHANNEL, type LiveNotice } from '@/lib/live/live-channel';
import { EventEnvelope } from './envelope';
import type { StoredEvent } from './event-order';
import { projectConferenceNode, type ConferenceNodeRow } from './project-conference-node';
import { projectLeg, type LegRow } from './project-leg';
import type { DeliveredEvent } from './read-delivery';

/** Events per transaction: what an outage piled up must not outlast the 7 s a node waits (event-sink.md §1). */
const BATCH = 200;
const TRANSACTION = { maxWait: 3_000, timeout: 6_000 };

/**
 * Stores events and applies them, together. Returns once both are durable; throws when they are not, and the node sends
 * them again. What was stored before is skipped. Returns how many were new.
 */
export async function recordEvents(events: readonly DeliveredEvent[]): Promise<number> {
  let added = 0;
  // Each batch is durable by itself: after a failure the node's next attempt finds the earlier ones done.
  for (let start = 0; start < events.length; start += BATCH) {
    const batch = events.slice(start, start + BATCH);
    added += await database().$transaction((tx) => recordBatch(tx, batch), TRANSACTION);
  }
  return added;
}

async function recordBatch(tx: Transaction, batch: readonly DeliveredEvent[]): Promise<number> {
  // In the order of their keys, since two nodes' deliveries may share events: inserting them crosswise would deadlock.
  const rows = [...batch].sort((left, right) => (left.dedupeKey < right.dedupeKey ? -1 : 1));
  const added = await tx.sinkEvent.createManyAndReturn({
    data: rows,
    skipDuplicates: true,
    select: { subject: true },
  });
  const subjects = [...new Set(added.map((row) => row.subject).filter((subject) => subject !== null))];
  if (subjects.length > 0) await applySubjects(tx, subjects);
  return added.length;
}

/** Computes the rows of these subjects anew from all their events, and tells the desks. */
async function applySubjects(tx: Transaction, subjects: string[]): Promise<void> {
  // One writer per subject: who waited here sees, with its next statement (read committed), what the other one stored.
  // The locks are taken in one order everywhere, and only after all inserting, so nobody can wait in a circle.
  await tx.$queryRaw`
    select pg_advisory_xact_lock(lock)::text
    from (select distinct hashtextextended(subject, 0) as lock from unnest(${subjects}::text[]) as subject order by lock) as locks`;

  const stored = await tx.sinkEvent.findMany({
    where: { subject: { in: subjects } },
    select: { subject: true, dedupeKey: true, envelope: true },
  });
  const bySubject = new Map<string, StoredEvent[]>(subjects.map((subject) => [subject, []]));
  for (const { subject, dedupeKey, envelope } of stored) {
    bySubject.get(subject ?? '')?.push({ dedupeKey, envelope: EventEnvelope.parse(envelope) });
  }

  const legs: LegRow[] = [];
  const nodes: ConferenceNodeRow[] = [];
  for (const [subject, events] of bySubject) {
    if (subject.startsWith('leg:')) legs.push(...present(projectLeg(subject.slice('leg:'.length), events)));
    else nodes.push(...present(projectConferenceNode(events)));
  }
  await writeLegs(tx, legs);
  await writeConferenceNodes(tx, nodes);
  await notifyServices(tx, new Set([...legs, ...nodes].map((row) => row.serviceName)));
}

function present<T>(row: T | null): T[] {
  return row === null ? [] : [row];
}

// Removing and writing anew is two statements however many rows there are; no reader sees the moment in between.
async function writeLegs(tx: Transaction, rows: LegRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.participantLeg.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } });
  await tx.participantLeg.createMany({ data: rows });
}

async function writeConferenceNodes(tx: Transaction, rows: ConferenceNodeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.conferenceNode.deleteMany({
    where: { OR: rows.map(({ serviceName, node }) => ({ serviceName, node })) },
  });
  await tx.conferenceNode.createMany({ data: rows });
}

/** Heard only when the transaction commits, so a desk that looks finds the change. */
async function notifyServices(tx: Transaction, serviceNames: Set<string>): Promise<void> {
  const notices = [...serviceNames].map((serviceName) => JSON.stringify({ serviceName } satisfies LiveNotice));
  if (notices.length === 0) return;
  await tx.$queryRaw`select pg_notify(${LIVE_CHANNEL}, notice)::text from unnest(${notices}::text[]) as notice`;
}
