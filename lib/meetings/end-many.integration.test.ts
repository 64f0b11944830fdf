import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { runEnds } from '@/lib/jobs/run-ends';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { endWhatIsOver } from './end-what-is-over';

const MEETINGS = 200;
let management: TestManagementNode;

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
  await (await runEnds()).stop(); // its own tables are made when it first runs
});
afterAll(() => management.close());

it('of two hundred meetings in one moment is one go: all are put out after one look, and no other call is touched', async () => {
  const validUntil = new Date(Date.now() - 60_000);
  const like = await storedMeeting({ validUntil, cancelledAt: validUntil, endedAt: validUntil });
  const meetings = Array.from({ length: MEETINGS }, (_, index) => ({
    ...{ ...like, id: randomUUID(), cancelledAt: null, endedAt: null },
    ...{ alias: `meet-many-${index}`, serviceName: `Call number ${index} of many` },
  }));
  await database().meeting.createMany({ data: meetings });
  management.lists.set('status/v1/conference', [
    { id: 'theirs', name: 'Theirs' },
    ...meetings.map(({ serviceName }) => ({ id: `id of ${serviceName}`, name: serviceName })),
  ]);
  await endWhatIsOver();
  const ends = await runEnds();
  const unended = () => database().meeting.count({ where: { endedAt: null } });
  await vi.waitFor(async () => expect(await unended()).toBe(0), { timeout: 90_000, interval: 100 });
  await ends.stop();
  expect(management.lists.get('status/v1/conference')).toEqual([{ id: 'theirs', name: 'Theirs' }]);
  expect(management.sent).toHaveLength(MEETINGS);
  const order = management.asked.map((request) => (request.startsWith('GET ') ? 'look' : 'disconnect'));
  // The queue hands them over within a moment, and on a slow machine in a few: each forty at a time took ten looks and more.
  expect(order.slice(0, order.lastIndexOf('disconnect')).filter((step) => step === 'look').length).toBeLessThanOrEqual(
    4,
  );
  expect(order.filter((step) => step === 'look').length).toBeLessThanOrEqual(8);
  // Every request is counted once, however many are counted together.
  const { rows } = await pool().query<{ points: number }>(
    "select points from rate_limit where key = 'management:requests'",
  );
  expect(rows).toEqual([{ points: management.asked.length }]);
}, 120_000);
