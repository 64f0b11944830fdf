import type { Transaction } from '@/lib/db/client';
import type { SinkStart } from './sink-starts';

/** A start of a sink of which not everything is settled yet. */
export interface UnsettledStart extends SinkStart {
  /** By name, the last conference that is; empty while none is. */
  settledTo: string;
}

/** The first of them; null when all is settled. */
export async function unsettledStart(tx: Transaction): Promise<UnsettledStart | null> {
  const row = await tx.sinkStart.findFirst({
    where: { settledTo: { not: null } },
    select: { node: true, at: true, settledTo: true },
    orderBy: [{ at: 'asc' }, { node: 'asc' }],
  });
  return row && { ...row, settledTo: row.settledTo ?? '' };
}

/**
 * The next conferences, by name, that this start may change (in-doubt.ts). Looked for when they are settled, and not noted when
 * the start is: whatever is written in between is written in the knowledge of the start.
 */
export async function conferencesInDoubt(tx: Transaction, start: UnsettledStart, most: number): Promise<string[]> {
  const { node, at, settledTo } = start;
  const rows = await tx.$queryRaw<{ mainName: string }[]>`
    select main_name as "mainName" from (
      select main_name from participant_leg
      where node = ${node} and main_name > ${settledTo} and folding is not null
        and end_known_by is distinct from 'reported' and (disconnected_at is null or disconnected_at >= ${at})
      union
      select main_name from conference_node
      where node = ${node} and main_name > ${settledTo} and folding is not null
        and (ended_at is null or ended_at < started_at or ended_at >= ${at})
    ) as in_doubt
    order by main_name limit ${most}`;
  return rows.map(({ mainName }) => mainName);
}

/** Notes up to which conference it is settled, null for all, unless somebody has gone on from there. */
export async function noteSettled(tx: Transaction, start: UnsettledStart, settledTo: string | null): Promise<void> {
  await tx.sinkStart.updateMany({ where: { ...start }, data: { settledTo } });
}
