import { afterAll, beforeAll, expect, test } from 'vitest';
import { settings } from '@/lib/config/env';
import { database, disconnectDatabase } from '@/lib/db/client';
import { receiveEvents } from '@/lib/events/receive-events';
import { testDatabase } from '@/lib/testing/database';
import { sampleEvent } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { recordObservations } from './record-observations';

beforeAll(() => testDatabase());
afterAll(disconnectDatabase);

async function post(event: object): Promise<void> {
  const { username, password } = settings().events;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const request = { method: 'POST', path: '/api/events', query: '', authorization, address: '192.0.2.11' };
  expect(await receiveEvents({ ...request, body: JSON.stringify(event) })).toMatchObject({ status: 200 });
  await untilApplied();
}

test('what the reconciler alone observes is not believed of whoever posts it, and of the reconciler afterwards', async () => {
  await post(sampleEvent('participant_connected', { uuid: 'leg-1', conference: 'Room' }));
  const gone = sampleEvent('mayfly_participant_gone', { uuid: 'leg-1' }, { seq: 0, time: 1_760_000_060 });
  await post(gone);
  await post({ event: 'eventsink_bulk', data: [{ ...gone, time: 1_760_000_070 }] });
  expect(await database().participantLeg.findMany()).toMatchObject([{ disconnectedAt: null }]);
  expect(await database().sinkEvent.count({ where: { subject: null, unreadableReason: null } })).toBe(2);

  await recordObservations([{ ...gone, seq: 0, version: 2, data: { uuid: 'leg-1' } }]);
  await untilApplied();
  expect(await database().participantLeg.findMany()).toMatchObject([{ endKnownBy: 'not_listed' }]);
});
