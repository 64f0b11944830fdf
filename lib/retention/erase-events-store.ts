import type { Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { canonicalJson } from '@/lib/events/canonical-json';
import { isObject } from '@/lib/events/envelope';
import { namelessEvent } from './nameless-event';

// Erasing a person in what was reported of them: events that rows are made from.

/** An event as it is stored. */
export interface StoredRow {
  id: bigint;
  envelope: unknown;
}

/** Under which ids and names something was reported of them. */
export interface ReportedOf {
  legIds: readonly string[];
  /** Media may be told under the ids that legs name as related. */
  mediaIds: readonly string[];
  /** The subjects of their conference on each node. */
  conferences: readonly string[];
}

/** What was reported of them, also what is not applied yet: only what names nobody stays. Returns of how many reports of their legs. */
export async function eraseInEvents(tx: Transaction, { legIds, mediaIds, conferences }: ReportedOf): Promise<number> {
  const subjects = (kind: string, ids: readonly string[]) => ids.map((id) => kind + id);
  const legs = await readOf(tx, subjects('leg:', legIds));
  await writeEvents(tx, legs, (envelope) => namelessEvent(envelope, 'leg'));
  await writeEvents(tx, await readOf(tx, subjects('media:', mediaIds)), (one) => namelessEvent(one, 'media'));
  await writeEvents(tx, await readOf(tx, conferences), (one) => namelessEvent(one, 'conference'));
  return legs.length;
}

/** The subjects under which these conferences, with their breakout rooms, are reported. */
export async function conferenceSubjects(tx: Transaction, mainName: string): Promise<string[]> {
  const shares = await tx.conferenceNode.findMany({ where: { mainName }, select: { serviceName: true, node: true } });
  return shares.map(({ serviceName, node }) => `conference:${serviceName}@${node}`);
}

/** The same of what was received since then under these subjects, by a query for them. */
export async function eraseLateEvents(
  tx: Transaction,
  about: 'media' | 'conference',
  subjects: Prisma.Sql,
  since: Date,
): Promise<void> {
  const rows = await tx.$queryRaw<StoredRow[]>`
    select id, envelope from sink_event where received_at >= ${since} and subject in (${subjects})`;
  await writeEvents(tx, rows, (envelope) => namelessEvent(envelope, about));
}

function readOf(tx: Transaction, subjects: readonly string[]): Promise<StoredRow[]> {
  return tx.sinkEvent.findMany({ where: { subject: { in: [...subjects] } }, select: { id: true, envelope: true } });
}

/** Writes those that this changes; the keys by which a repeated delivery is known stay. */
export async function writeEvents(
  tx: Transaction,
  rows: readonly StoredRow[],
  change: (envelope: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const changed = rows.flatMap(({ id, envelope }) => {
    if (!isObject(envelope)) return [];
    const after = canonicalJson(change(envelope));
    return after === canonicalJson(envelope) ? [] : { id: String(id), after };
  });
  if (changed.length === 0) return;
  await tx.$executeRaw`
    update sink_event set envelope = one.envelope::json
    from unnest(${changed.map(({ id }) => id)}::bigint[], ${changed.map(({ after }) => after)}::text[]) as one (id, envelope)
    where sink_event.id = one.id`;
}
