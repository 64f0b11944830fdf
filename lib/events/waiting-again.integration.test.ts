import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '@/lib/db/client';
import { storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { sampleEvent } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { addWebhook, clearWebhooks } from '@/lib/testing/webhooks';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

beforeAll(async () => {
  await testDatabase();
  await addWebhook('https://example.com/hook');
});
afterAll(clearWebhooks);

test('a caller whose agent is lost in the middle of the call is told of as waiting again', async () => {
  const { id, serviceName: conference } = await storedMeeting();
  const agent = await database().agent.create({ data: { email: 'ann@example.com', name: 'Ann', passwordHash: '' } });
  const ticket = await storedTicket(id, { agentId: agent.id, role: 'host' });
  // Whoever dials anew has another one.
  const next = await storedTicket(id, { agentId: agent.id, role: 'host' });
  const now = Math.floor(Date.now() / 1000);
  const leg = (name: string, at: number, uuid: string, more: object = {}) =>
    sampleEvent(
      `participant_${name}`,
      {
        ...{ uuid, conversation_id: uuid, conference, service_type: 'conference', protocol: 'WebRTC' },
        ...{ role: 'chair', has_media: true, connect_time: at, ...more },
      },
      { time: at, seq: at },
    );
  const hear = async (event: object) => {
    await storeEvents(readDelivery(JSON.stringify(event)));
    await untilApplied();
    const told = await database().webhookEvent.findMany({ where: { type: 'visitor.waiting' }, orderBy: { at: 'asc' } });
    return told.map(({ at }) => at.getTime() / 1000);
  };
  const [visitor, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  const tagged = { call_tag: ticket.id };
  const again = { call_tag: next.id };

  await hear(leg('connected', now - 600, first, tagged));
  expect(await hear(leg('connected', now - 590, visitor))).toEqual([]);
  const lost = { ...tagged, disconnect_reason: 'Timer expired awaiting token refresh' };
  expect(await hear(leg('disconnected', now - 30, first, lost))).toEqual([now - 30]);
  // Something else changes, and it is not told again.
  expect(await hear(leg('updated', now - 25, visitor, { is_muted: true }))).toEqual([now - 30]);
  expect(await hear(leg('connected', now - 20, second, again))).toEqual([now - 30]);
  expect(await hear(leg('disconnected', now - 5, second, { ...lost, ...again }))).toEqual([now - 30, now - 5]);
});
