import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { database } from './client';
import { upsertRows } from './upsert-rows';

beforeAll(async () => void (await testDatabase()));

test('rows are written, and written again in their own place', async () => {
  const row = (legId: string, quality: number | null) => ({ legId, quality, streams: [{ codec: 'VP8' }] });
  await database().$transaction((tx) => upsertRows(tx, 'leg_media', ['legId'], [row('a', 1), row('b', null)]));
  await database().$transaction((tx) => upsertRows(tx, 'leg_media', ['legId'], [row('b', 3)]));
  expect(
    await database().legMedia.findMany({
      select: { legId: true, quality: true, streams: true },
      orderBy: { legId: 'asc' },
    }),
  ).toEqual([
    { legId: 'a', quality: 1, streams: [{ codec: 'VP8' }] },
    { legId: 'b', quality: 3, streams: [{ codec: 'VP8' }] },
  ]);
});

test('no rows are no statement', async () => {
  await database().$transaction((tx) => upsertRows<{ node: string }>(tx, 'no_such_table', ['node'], []));
});
