import { beforeAll, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';

// Two instances are two copies of the modules on one database.

beforeAll(testDatabase);

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-20T10:00:00Z');
const SOON = { timeout: 10_000, interval: 20 };

async function anInstance() {
  vi.resetModules();
  const { anyOlderNodes, olderNodes, tellRelease } = await import('./older-nodes');
  await olderNodes.current();
  return { tellRelease, hasOlder: (nowMs: number) => anyOlderNodes('39', nowMs) };
}

const row = () => database().setting.findUnique({ where: { key: 'older-nodes' }, select: { value: true } });

it('what one instance has seen holds at another, and after a restart', async () => {
  const [one, another] = [await anInstance(), await anInstance()];
  one.tellRelease('39', NOW);
  expect(another.hasOlder(NOW)).toBe(false);
  one.tellRelease('34', NOW);
  expect(one.hasOlder(NOW)).toBe(true);
  await expect.poll(() => another.hasOlder(NOW), SOON).toBe(true);
  expect(another.hasOlder(NOW + 60 * MINUTE), 'an hour without a word from it').toBe(false);

  const restarted = await anInstance();
  // Never waited for: the first to ask may still be told of what is known here alone.
  await expect.poll(() => restarted.hasOlder(NOW), SOON).toBe(true);
});

it('is told at most every few minutes, whichever instance sees the next one, and never taken back', async () => {
  const [one, another] = [await anInstance(), await anInstance()];
  for (const each of [one, another]) await expect.poll(() => each.hasOlder(NOW), SOON).toBe(true);
  for (let minute = 1; minute < 5; minute += 1) another.tellRelease('16', NOW + minute * MINUTE);
  one.tellRelease('16', NOW - 5 * MINUTE);
  one.tellRelease('16', NOW + 5 * MINUTE);
  await expect.poll(row, SOON).toEqual({ value: { at: new Date(NOW + 5 * MINUTE).toISOString() } });
  for (const each of [one, another]) await expect.poll(() => each.hasOlder(NOW + 64 * MINUTE), SOON).toBe(true);
});
