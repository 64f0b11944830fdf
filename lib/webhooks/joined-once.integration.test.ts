import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { readDelivery } from '@/lib/events/read-delivery';
import { storeEvents } from '@/lib/events/store-events';
import { runDeliveries } from '@/lib/jobs/run-deliveries';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { untilApplied } from '@/lib/testing/until-applied';
import { addWebhook, clearWebhooks } from '@/lib/testing/webhooks';

beforeAll(async () => {
  await testDatabase();
  await (await runDeliveries()).stop(); // its own tables are made when it first runs
});
afterAll(clearWebhooks);

it('a person is told of as joined once, also when their first leg is heard of last', async () => {
  const { serviceName: conference } = await storedMeeting();
  await addWebhook('https://example.com/hook');
  const now = Math.floor(Date.now() / 1000);
  const leg = (uuid: string, connectedAt: number, data: object) => ({
    ...{ event: 'participant_connected', node: '192.0.2.11', seq: connectedAt, version: 2, time: connectedAt },
    data: { uuid, conference, service_type: 'conference', role: 'guest', connect_time: connectedAt, ...data },
  });
  const hear = async (event: object) => {
    await storeEvents(readDelivery(JSON.stringify(event)));
    await untilApplied();
  };
  const control = { conversation_id: 'control', protocol: 'API', display_name: 'Dana' };
  await hear(
    leg('media', now - 5, {
      conversation_id: 'media',
      protocol: 'WebRTC',
      has_media: true,
      related_uuids: ['control'],
    }),
  );
  await hear(leg('control', now - 9, control));
  expect(await database().participant.findMany({ select: { conversationId: true } })).toEqual([
    { conversationId: 'control' },
  ]);
  const told = await database().webhookEvent.findMany({ where: { type: 'participant.joined' } });
  expect(told).toHaveLength(1);
});
