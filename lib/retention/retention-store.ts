import { recordAudit } from '@/lib/audit/audit-store';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { database } from '@/lib/db/client';
import { loadSetting } from '@/lib/settings/setting-store';
import { RUN } from './age-out-store';
import type { RetentionReport, RetentionSettings as Settings } from './retention-report';
import { RETENTION, RetentionRunRow, RetentionSettings } from './retention-settings';

/** How long things are kept, and what was done about it last. */
export async function loadRetention(): Promise<RetentionReport> {
  const [settings, lastRun] = await Promise.all([
    loadSetting(RETENTION, RetentionSettings),
    loadSetting(RUN, RetentionRunRow),
  ]);
  return { settings, lastRun };
}

/** Saves how long things are kept, with a note of who said so. The job goes by it when it runs next. */
export async function saveRetention(settings: Settings, agent: SignedInAgent): Promise<void> {
  const before = await loadSetting(RETENTION, RetentionSettings);
  const row = { value: { ...settings }, savedById: agent.id, savedAt: new Date() };
  await database().$transaction(async (tx) => {
    await tx.setting.upsert({ where: { key: RETENTION }, create: { key: RETENTION, ...row }, update: row });
    await recordAudit(tx, {
      actor: { kind: 'agent', id: agent.id, name: agent.name },
      action: 'retention.changed',
      subject: 'How long things are kept',
      detail: { before: { ...before }, after: { ...settings } },
    });
  });
}
