import { expect, inject, it } from 'vitest';
import { pointToDatabase } from '@/lib/config/env';
import { database, disconnectDatabase, pool } from './client';
import { isDatabaseReady } from './is-ready';
import { isDatabaseUnreachable } from './prisma-errors';

async function errorOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => null,
    (error: unknown) => error,
  );
}

it('a database that is away is told apart from a query that is wrong', async () => {
  pointToDatabase(inject('postgresUrl').replace(/:\d+\//, ':1/'));
  expect(isDatabaseUnreachable(await errorOf(() => database().meeting.count()))).toBe(true);
  expect(isDatabaseUnreachable(await errorOf(() => database().$transaction((each) => each.meeting.count())))).toBe(
    true,
  );
  expect(isDatabaseUnreachable(await errorOf(() => pool().query('SELECT 1')))).toBe(true);
  expect(await isDatabaseReady()).toBe(false);
  await disconnectDatabase();
  pointToDatabase(inject('postgresUrl'));
  // As when the server is stopped: what it says is inside an error of Prisma's own.
  const end = () =>
    database().$transaction((each) => each.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`);
  expect(isDatabaseUnreachable(await errorOf(end))).toBe(true);
  expect(await isDatabaseReady(), 'it answers, and has none of our tables').toBe(false);
  expect(isDatabaseUnreachable(await errorOf(() => pool().query('SELECT no_such_column')))).toBe(false);
  expect(isDatabaseUnreachable(await errorOf(() => database().$queryRaw`SELECT no_such_column`))).toBe(false);
  await disconnectDatabase();
});
