import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { disconnectDatabase, pool } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { oneAtATime } from './one-at-a-time';

beforeAll(() => testDatabase());
afterAll(disconnectDatabase);

it('is left to the one that runs, and is everybody’s again as soon as that has ended, also by an error', async () => {
  for (let round = 0; round < 50; round += 1) {
    let inside = false;
    expect(await oneAtATime(async () => void (inside = await oneAtATime(async () => {})))).toBe(true);
    expect(inside).toBe(false);
  }
  const failing = oneAtATime(() => Promise.reject(new Error('no answer')));
  await expect(failing).rejects.toThrow('no answer');
  expect(await oneAtATime(async () => {})).toBe(true);
});

it('goes on to its end when the connection that holds the lock is lost, and can run again', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  process.on('uncaughtException', note);
  const holder =
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and objid = 4720013";
  const cut = async () => {
    await pool().query(holder);
    await expect.poll(() => warned.mock.calls.length + uncaught.length).toBeGreaterThan(0);
  };
  expect(await oneAtATime(cut)).toBe(true);
  expect([uncaught, warned.mock.calls.length]).toEqual([[], 1]);
  expect(await oneAtATime(async () => {})).toBe(true);
  process.off('uncaughtException', note);
  warned.mockRestore();
});
