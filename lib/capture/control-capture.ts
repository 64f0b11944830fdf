import { loadSetting, saveSetting } from '@/lib/settings/setting-store';
import { KEPT_HOURS, type CaptureReport } from './capture-report';
import { CaptureSetting } from './capture-setting';
import { countCaptures, deleteCapturesBefore } from './capture-store';
import { CAPTURE } from './current-capture';

const MINUTE_MS = 60 * 1000;
const KEPT_MS = KEPT_HOURS * 60 * MINUTE_MS;

/** Turns the capture on for so many minutes from now, or off; every instance goes by it within a second. */
export async function changeCapture(minutes: number | null, agentId: string, now: Date): Promise<void> {
  const until = minutes === null ? null : new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
  await saveSetting(CAPTURE, { until }, agentId);
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
