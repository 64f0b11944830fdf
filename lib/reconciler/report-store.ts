import { recordAudit } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import type { EventSink } from '@/lib/management/event-sinks';
import { loadSetting } from '@/lib/settings/setting-store';
import { ReconcilerReport } from './reconciler-report';

const KEY = 'reconciler';

/** What the last run came to; everything empty when there was none. */
export function loadReport(): Promise<ReconcilerReport> {
  return loadSetting(KEY, ReconcilerReport);
}

/** Nobody keeps a copy of it, so nobody is told. */
export async function saveReport(report: ReconcilerReport, client: Transaction = database()): Promise<void> {
  const row = { value: JSON.parse(JSON.stringify(report)), savedAt: new Date() };
  await client.setting.upsert({ where: { key: KEY }, create: { key: KEY, ...row }, update: row });
}

/** That a sink was restarted: for the next run, and for whoever asks who did it. */
export function noteRestart(report: ReconcilerReport, sink: EventSink, alarms: string[]): Promise<void> {
  return database().$transaction(async (transaction) => {
    await saveReport(report, transaction);
    await recordAudit(transaction, {
      actor: { kind: 'mayfly' },
      action: 'sink.restarted',
      subject: sink.name,
      detail: { alarms },
    });
  });
}
