import { settings } from '@/lib/config/env';
import type { ComparisonReport, EventsReport } from '@/lib/events/events-report';
import { loadReported } from '@/lib/events/events-report-store';
import { loadReport } from './report-store';

/** Who reports to us, and what comparing came to. */
export async function loadEventsReport(now: Date): Promise<EventsReport> {
  return {
    serverTime: now.toISOString(),
    ...(await loadReported()),
    comparison: settings().management ? await loadComparison() : null,
  };
}

async function loadComparison(): Promise<ComparisonReport> {
  const { lastRunAt, problem, pastProblem, sideProblem, sinkProblem, alarms, ...counts } = await loadReport();
  return {
    lastRunAt: lastRunAt?.toISOString() ?? null,
    // Without history, or one of the other lists, nobody knows whether everything agreed, although what goes on now was compared.
    problem: problem ?? pastProblem ?? sideProblem,
    sinkProblem,
    corrections: counts.seen + counts.gone + counts.endedPlaces + counts.overdue + counts.filledIn,
    alarms: alarms.map(({ name, node }) => ({ name, node })),
  };
}
