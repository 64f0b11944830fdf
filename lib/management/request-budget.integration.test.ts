import { beforeAll, beforeEach, expect, it } from 'vitest';
import { pool } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { BACKGROUND_PER_MINUTE, REQUESTS_PER_MINUTE, takeTurn, type Urgency } from './request-budget';

beforeAll(async () => void (await testDatabase()));
beforeEach(async () => void (await pool().query('delete from rate_limit')));

const soon = () => new Date(Date.now() + 50);
const take = async (urgency: Urgency, times: number) => {
  const turns = await Promise.all(Array.from({ length: times }, () => takeTurn(urgency, soon())));
  return turns.filter(Boolean).length;
};

it('the background gets its part of a minute and no more, and leaves the rest to hard stops', async () => {
  expect(await take('background', BACKGROUND_PER_MINUTE + 20)).toBe(BACKGROUND_PER_MINUTE);
  expect(await take('hard-stop', REQUESTS_PER_MINUTE)).toBe(REQUESTS_PER_MINUTE - BACKGROUND_PER_MINUTE);
});

it('hard stops may take all of it', async () => {
  expect(await take('hard-stop', REQUESTS_PER_MINUTE + 20)).toBe(REQUESTS_PER_MINUTE);
  expect(await take('background', 1)).toBe(0);
});

it('one that comes too early waits for its turn, if that comes in time', async () => {
  expect(await take('hard-stop', REQUESTS_PER_MINUTE)).toBe(REQUESTS_PER_MINUTE);
  // The minute is nearly over.
  await pool().query('update rate_limit set expire = $1', [Date.now() + 1_200]);
  expect(await takeTurn('hard-stop', new Date(Date.now() + 500))).toBe(false);
  const before = Date.now();
  expect(await takeTurn('hard-stop', new Date(Date.now() + 5_000))).toBe(true);
  expect(Date.now() - before).toBeGreaterThan(400);
});
