import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '@/lib/db/client';
import { storedMeeting } from '@/lib/testing/builders';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { sampleEvent } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { databaseByWay, type DatabaseByWay } from '@/lib/testing/way-to-database';
import { applyNext } from './apply-events';
import { startProjector } from './projector';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

let there: DatabaseByWay;

beforeAll(async () => {
  there = await databaseByWay();
  // What is stored is applied here, by the test, and by nobody behind it.
  await startProjector().stop();
});
afterAll(() => there.close());

/** Longer than any query may take. */
const STALL_MS = 5_600;

test.each([
  ['the database stands still for longer than a query may take', () => pause(STALL_MS)],
  ['the connection on which it is applied is lost', cutOnce],
])('an event that is applied alone while %s is applied later', async (_name, disturb) => {
  const { serviceName: conference } = await storedMeeting();
  const data = { uuid: conference, conference, protocol: 'SIP', has_media: true };
  await there.directly.query('begin; lock table participant_leg in access exclusive mode');
  await storeEvents(readDelivery(JSON.stringify(sampleEvent('participant_connected', data))));
  const outcome = applyNext().then(String, () => 'threw');
  await expect.poll(isHeldUp).toBe(true);
  await disturb();
  await there.directly.query('rollback');
  expect(await outcome).toBe('threw');
  expect(takeConsoleErrors().flat().join()).not.toContain('put aside');

  await expect.poll(() => untilApplied().then(() => 'applied', String), { timeout: 10_000 }).toBe('applied');
  expect(await database().sinkEvent.count({ where: { unreadableReason: { not: null } } })).toBe(0);
  expect(await database().participant.count({ where: { serviceName: conference } })).toBe(1);
  takeConsoleErrors();
});

async function isHeldUp(): Promise<boolean> {
  const { rowCount } = await there.directly.query('select from pg_locks where not granted');
  return rowCount === 1;
}

async function cutOnce(): Promise<void> {
  there.way.cut();
  await pause(100);
  there.way.open();
}
