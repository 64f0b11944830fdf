import { afterAll, beforeAll, expect, it } from 'vitest';
import { disconnectDatabase } from '@/lib/db/client';
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
