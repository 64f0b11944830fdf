import { byAgent, recordAudit } from '@/lib/audit/audit-store';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { database } from '@/lib/db/client';
import { loadSetting, putSetting } from '@/lib/settings/setting-store';
import { KEPT_HOURS, type CaptureReport } from './capture-report';
import { CaptureSetting } from './capture-setting';
import { countCaptures, deleteAllCaptures, deleteCapturesBefore } from './capture-store';
import { CAPTURE } from './current-capture';

const MINUTE_MS = 60 * 1000;
const KEPT_MS = KEPT_HOURS * 60 * MINUTE_MS;

const SUBJECT = 'Requests of the nodes';

/** Turns the capture on for so many minutes from now, or off; every instance goes by it within a second. */
export async function changeCapture(minutes: number | null, agent: SignedInAgent, now: Date): Promise<void> {
  const until = minutes === null ? null : new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
  const action = minutes === null ? 'capture.turned-off' : 'capture.turned-on';
  const detail = minutes === null ? undefined : { minutes };
  const { clearedAt } = await loadSetting(CAPTURE, CaptureSetting);
  await database().$transaction(async (transaction) => {
    await putSetting(transaction, CAPTURE, { until, clearedAt }, agent.id);
    await recordAudit(transaction, { actor: byAgent(agent), action, subject: SUBJECT, detail });
  });
}

/** Removes what was kept, and what came before `now` and is not written yet; whether it is on stays as it is. */
export async function clearCaptures(agent: SignedInAgent, now: Date): Promise<void> {
  const { until } = await loadSetting(CAPTURE, CaptureSetting);
  await database().$transaction(async (transaction) => {
    await putSetting(transaction, CAPTURE, { until, clearedAt: now.toISOString() }, agent.id);
    const requests = await deleteAllCaptures(transaction);
    const actor = byAgent(agent);
    await recordAudit(transaction, { actor, action: 'capture.deleted', subject: SUBJECT, detail: { requests } });
  });
}

/** Notes who took what was kept out of here: it names people. */
export function noteDownload(agent: SignedInAgent): Promise<void> {
  return recordAudit(database(), { actor: byAgent(agent), action: 'capture.downloaded', subject: SUBJECT });
}

/** Whether it is on, and what is kept. */
export async function captureReport(now: Date): Promise<CaptureReport> {
  const { until } = await loadSetting(CAPTURE, CaptureSetting);
  const { oldestAt, ...counts } = await countCaptures();
  return {
    serverTime: now.toISOString(),
    until: until !== null && now.getTime() < Date.parse(until) ? until : null,
    ...counts,
    oldestAt: oldestAt?.toISOString() ?? null,
  };
}

/** Removes what was captured more than a day ago; for the job that runs every minute. */
export async function ageOutCaptures(now: Date): Promise<void> {
  await deleteCapturesBefore(new Date(now.getTime() - KEPT_MS));
}
