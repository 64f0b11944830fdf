import { afterAll, beforeAll, expect, test } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { takeQueued } from './apply-queue-store';

beforeAll(async () => void (await testDatabase()));
afterAll(disconnectDatabase);

test('the oldest of a long queue are taken at once, though the queue was empty when it was last looked at', async () => {
  await database().$executeRaw`insert into event_to_apply select generate_series(-20000, 0)`;
  await database().$executeRaw`delete from event_to_apply`;
  await database().$executeRaw`analyze event_to_apply`;
  await database().$executeRaw`insert into event_to_apply select generate_series(1, 100000)`;
  const begun = performance.now();
  await database().$transaction((tx) => takeQueued(tx, 500), { timeout: 20_000 });
  expect(performance.now() - begun).toBeLessThan(2_500);
  const [row] = await database().$queryRaw<{ first: bigint }[]>`select min(event_id) as first from event_to_apply`;
  expect(row?.first).toBe(501n);
});
