import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import type { ComparisonReport, EventsReport, ReportingNode, UnreadableEvent } from '@/lib/events/events-report';
import { loadReport } from './report-store';

const MOST_NODES = 200;
const MOST_UNREADABLE = 20;
const EXCERPT_LENGTH = 500;

/** Who reports to us, and what of it could not be read. */
export async function loadEventsReport(now: Date): Promise<EventsReport> {
  return {
    serverTime: now.toISOString(),
    nodes: await loadNodes(),
    waiting: await database().eventToApply.count(),
    unreadable: await loadUnreadable(),
    comparison: settings().management ? await loadComparison() : null,
  };
}

async function loadNodes(): Promise<ReportingNode[]> {
  const rows = await database().sinkNode.findMany({
    orderBy: [{ lastReceivedAt: 'desc' }, { node: 'asc' }],
    take: MOST_NODES,
  });
  return rows.map(({ node, events, lastEventAt, lastReceivedAt }) => ({
    node,
    events: Number(events),
    lastEventAt: lastEventAt.toISOString(),
    lastReceivedAt: lastReceivedAt.toISOString(),
  }));
}

/** The newest first. Cut in the database: a body may be megabytes. */
async function loadUnreadable(): Promise<UnreadableEvent[]> {
  const rows = await database().$queryRaw<{ id: bigint; receivedAt: Date; reason: string; excerpt: string }[]>`
    select id, received_at as "receivedAt", unreadable_reason as reason,
           left(coalesce(envelope->>'body', envelope::text), ${EXCERPT_LENGTH}) as excerpt
    from sink_event where unreadable_reason is not null order by id desc limit ${MOST_UNREADABLE}`;
  return rows.map(({ id, receivedAt, ...row }) => ({ id: String(id), receivedAt: receivedAt.toISOString(), ...row }));
}

async function loadComparison(): Promise<ComparisonReport> {
  const { lastRunAt, problem, pastProblem, sinkProblem, alarms, ...counts } = await loadReport();
  return {
    lastRunAt: lastRunAt?.toISOString() ?? null,
    // Without history nobody knows whether everything agreed, although what goes on now was compared.
    problem: problem ?? pastProblem,
    sinkProblem,
    corrections: counts.seen + counts.gone + counts.endedPlaces + counts.overdue + counts.filledIn,
    alarms: alarms.map(({ name, node }) => ({ name, node })),
  };
}
