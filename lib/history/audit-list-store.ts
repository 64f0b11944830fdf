import { database } from '@/lib/db/client';
import { cursorOf } from './cursor';
import type { AuditPage } from './audit-report';
import { PAGE_SIZE } from './history-reports';
import type { AuditQuery } from './history-query';

/** Who did what, newest first. */
export async function listAudit({ before }: AuditQuery, now: Date): Promise<AuditPage> {
  // One more than is shown, to know whether there are others.
  const rows = await database().auditEntry.findMany({
    where: before?.at
      ? { at: { lte: before.at }, OR: [{ at: { lt: before.at } }, { id: { lt: BigInt(before.keys[0] ?? 0) } }] }
      : {},
    select: { id: true, at: true, actor: true, action: true, subject: true, detail: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    serverTime: now.toISOString(),
    entries: shown.map(({ id, at, ...entry }) => ({ id: String(id), at: at.toISOString(), ...entry })),
    before: rows.length > PAGE_SIZE && last ? cursorOf({ at: last.at, keys: [String(last.id)] }) : null,
  };
}
