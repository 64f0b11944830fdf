import { database } from '@/lib/db/client';
import type { Latency, ReasonCounts, ReportedNode, ReportedRefusal } from './decision-reports';

/** The newest decisions a figure is made from: reading them takes a few hundredths of a second, however many there are. */
const MOST_DECISIONS = 50_000;
const MOST_REASONS = 40;
const MOST_NODES = 200;
const MOST_REFUSALS = 50;

/** The nodes that ask us, the one heard last first. */
export async function loadNodes(): Promise<ReportedNode[]> {
  const rows = await database().nodeSighting.findMany({
    orderBy: [{ lastSeenAt: 'desc' }, { node: 'asc' }, { location: 'asc' }],
    take: MOST_NODES,
  });
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return rows.map(({ node, location, version, firstSeenAt, lastSeenAt, requests, ...row }) => ({
    ...{ node, location, version, requests: Number(requests) },
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    askedAt: {
      service: iso(row.serviceAt),
      participant: iso(row.participantAt),
      location: iso(row.locationAt),
      avatar: iso(row.avatarAt),
      directory: iso(row.directoryAt),
      registration: iso(row.registrationAt),
    },
  }));
}

interface LatencyRow {
  decisions: number;
  oldest: Date | null;
  percentiles: number[] | null;
}

/** How long we took, of the newest decisions since then. */
export async function loadLatency(since: Date): Promise<Latency | null> {
  const [row] = await database().$queryRaw<LatencyRow[]>`
    select count(*)::int as decisions, min(at) as oldest,
           percentile_cont(array[0.5, 0.95, 0.99]) within group (order by latency_us) as percentiles
    from (
      select at, latency_us from policy_decision where at >= ${since} order by at desc, id desc limit ${MOST_DECISIONS}
    ) as newest`;
  if (!row?.oldest || !row.percentiles) return null;
  const [p50Us = 0, p95Us = 0, p99Us = 0] = row.percentiles;
  return { ...over(row.decisions, row.oldest, since), p50Us, p95Us, p99Us };
}

interface ReasonRow {
  request: string;
  outcome: string;
  reason: string;
  decisions: number;
  total: number;
  oldest: Date;
}

/** What we said and why, of the newest decisions since then. */
export async function loadReasons(since: Date): Promise<ReasonCounts | null> {
  const rows = await database().$queryRaw<ReasonRow[]>`
    select request, outcome, reason, count(*)::int as decisions,
           (sum(count(*)) over ())::int as total, min(min(at)) over () as oldest
    from (
      select at, request, outcome, reason from policy_decision
      where at >= ${since} order by at desc, id desc limit ${MOST_DECISIONS}
    ) as newest
    group by request, outcome, reason
    order by count(*) desc, request, outcome, reason
    limit ${MOST_REASONS}`;
  const [first] = rows;
  if (!first) return null;
  return {
    ...over(first.total, first.oldest, since),
    reasons: rows.map(({ request, outcome, reason, decisions }) => ({ request, outcome, reason, decisions })),
  };
}

function over(decisions: number, oldest: Date, since: Date) {
  const isBounded = decisions >= MOST_DECISIONS;
  return { decisions, since: (isBounded ? oldest : since).toISOString(), isBounded };
}

/** Who came with wrong credentials since then, the latest hour first. */
export async function loadRefusals(since: Date): Promise<ReportedRefusal[]> {
  const rows = await database().refusedCredentials.findMany({
    where: { hour: { gte: since } },
    select: { hour: true, door: true, address: true, attempts: true, lastAt: true },
    orderBy: [{ hour: 'desc' }, { attempts: 'desc' }, { door: 'asc' }, { address: 'asc' }],
    take: MOST_REFUSALS,
  });
  return rows.map(({ hour, lastAt, ...row }) => ({ ...row, hour: hour.toISOString(), lastAt: lastAt.toISOString() }));
}
