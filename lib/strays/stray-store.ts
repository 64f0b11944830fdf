import { database, pool } from '@/lib/db/client';
import { unlessAway } from '@/lib/db/reachable';
import type { ReportedStray, Stray } from './stray';

const KEPT_DAYS = 7;
/** An hour has no more of them: whoever tries out paths and addresses must not fill the disk. */
const MOST_IN_AN_HOUR = 1_000;
const MOST_SHOWN = 50;

/** Adds to what was counted in the same hour. */
export async function countStrays(strays: readonly (Stray & { attempts: number })[]): Promise<void> {
  const values = [JSON.stringify(strays), MOST_IN_AN_HOUR, KEPT_DAYS];
  await unlessAway(() =>
    pool().query(
      `WITH outdated AS (DELETE FROM stray_request WHERE hour < now() - make_interval(days => $3))
       INSERT INTO stray_request (hour, kind, path, address, attempts, last_at)
       SELECT date_trunc('hour', at), kind, path, address, attempts, at
       FROM json_to_recordset($1::json) AS one (at timestamptz, kind text, path text, address text, attempts int)
       WHERE (SELECT count(*) FROM stray_request WHERE hour = date_trunc('hour', now())) < $2
       -- In one order, or two instances that count the same would wait for each other.
       ORDER BY 1, kind, path, address
       ON CONFLICT (hour, kind, path, address) DO UPDATE SET attempts = stray_request.attempts + excluded.attempts,
         last_at = greatest(stray_request.last_at, excluded.last_at)`,
      values,
    ),
  );
}

/** What strayed since then, the latest first. */
export async function loadStrays(since: Date): Promise<ReportedStray[]> {
  const rows = await database().strayRequest.groupBy({
    by: ['kind', 'path', 'address'],
    where: { hour: { gte: since } },
    _sum: { attempts: true },
    _max: { lastAt: true },
    orderBy: [{ _max: { lastAt: 'desc' } }, { kind: 'asc' }, { path: 'asc' }, { address: 'asc' }],
    take: MOST_SHOWN,
  });
  return rows.map(({ kind, path, address, _sum, _max }) => ({
    ...{ kind, path, address },
    attempts: _sum.attempts ?? 0,
    lastAt: (_max.lastAt ?? since).toISOString(),
  }));
}
