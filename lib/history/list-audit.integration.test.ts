import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { allPages, HISTORY_NOW, msBefore } from '@/lib/testing/past-meetings';
import { listAudit } from './audit-list-store';
import { AuditQuery, ParticipantQuery } from './history-query';
import { noteExport } from './note-export';

beforeAll(testDatabase);

it('lists what was done, newest first, each once over all pages', async () => {
  const entries = Array.from({ length: 60 }, (_, index) => ({
    ...{ actor: 'Ingrid', action: 'test.done', subject: String(index), at: msBefore(Math.floor(index / 3)) },
  }));
  await database().auditEntry.createMany({ data: entries });
  const { rows, sizes } = await allPages(async (before) => {
    const page = await listAudit(AuditQuery.parse({ before }), HISTORY_NOW);
    return { rows: page.entries, before: page.before };
  });
  expect(sizes).toEqual([50, 10]);
  expect(new Set(rows.map(({ subject }) => subject)).size).toBe(60);
  const times = rows.map(({ at }) => at);
  expect(times).toEqual(times.toSorted().toReversed());
});

it('tells who exported a list that names people, and of what it was narrowed to nothing that may name somebody', async () => {
  const agent = { id: randomUUID(), name: 'Ingrid', email: 'ingrid@example.com' };
  await noteExport(agent, 'Participants', ParticipantQuery.parse({ search: 'Dana', from: '2026-11-01' }));
  const { entries } = await listAudit({}, HISTORY_NOW);
  const exported = entries.filter(({ action }) => action === 'history.exported');
  expect(exported).toMatchObject([{ actor: 'Ingrid', subject: 'Participants', detail: { from: '2026-11-01' } }]);
  expect(JSON.stringify(exported)).not.toContain('Dana');
});
