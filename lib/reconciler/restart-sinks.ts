import { settings } from '@/lib/config/env';
import { saysSinkStopped, type Alarm } from '@/lib/management/alarms';
import { listEventSinks, restartEventSink } from '@/lib/management/event-sinks';
import { ManagementProblem, type ManagementAccess } from '@/lib/management/management-client';
import type { ReconcilerReport } from './reconciler-report';
import { noteRestart } from './report-store';
import { isOurs, sinksToRestart } from './sinks-to-restart';

type Restarts = Pick<ReconcilerReport, 'sinksRestartedAt' | 'sinkProblem'>;

/**
 * Restarts those of our event sinks that stopped: until then their nodes send us nothing. Never throws for what the
 * Management Node answers, since people are to be compared all the same.
 */
export async function restartStoppedSinks(
  access: ManagementAccess,
  alarms: readonly Alarm[],
  report: ReconcilerReport,
  now: Date,
): Promise<Restarts> {
  const sinksRestartedAt = { ...report.sinksRestartedAt };
  // Asked for only when there is something to do: many accounts may read the status and not the configuration.
  if (!alarms.some(saysSinkStopped)) return { sinksRestartedAt, sinkProblem: null };
  try {
    const sinks = await listEventSinks(access);
    const { appUrl } = settings();
    if (!sinks.some((sink) => isOurs(sink, appUrl))) return { sinksRestartedAt, sinkProblem: noneIsOurs(appUrl) };
    const problems: string[] = [];
    for (const { sink, alarms: about } of sinksToRestart(alarms, sinks, appUrl, sinksRestartedAt, now)) {
      const problem = await problemOf(restartEventSink(access, sink, now));
      // Each has a try of its own: what is refused for one keeps no other stopped.
      if (problem !== null) {
        problems.push(problem);
        continue;
      }
      sinksRestartedAt[sink.id] = now;
      await noteRestart({ ...report, sinksRestartedAt }, sink, about);
    }
    return { sinksRestartedAt, sinkProblem: problems[0] ?? null };
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    return { sinksRestartedAt, sinkProblem: error.message };
  }
}

/** Why it could not be done, in words. */
async function problemOf(doing: Promise<void>): Promise<string | null> {
  try {
    await doing;
    return null;
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    return error.message;
  }
}

/** Nodes may reach us by another address than people do. That sink is not known to be ours, and others' are never touched. */
function noneIsOurs(appUrl: string): string {
  return `An event sink gave up, and none that is configured has the address ${appUrl}/api/events, by which Mayfly would know its own. It is not restarted.`;
}
