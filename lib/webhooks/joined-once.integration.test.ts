import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { readDelivery } from '@/lib/events/read-delivery';
import { storeEvents } from '@/lib/events/store-events';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { untilApplied } from '@/lib/testing/until-applied';
import { addWebhook, clearWebhooks } from '@/lib/testing/webhooks';

beforeAll(async () => {
  await testDatabase();
});
afterAll(clearWebhooks);

async function hear(event: object): Promise<void> {
  await storeEvents(readDelivery(JSON.stringify(event)));
  await untilApplied();
}

it('a person is told of as joined once, also when their first leg is heard of last', async () => {
  const { serviceName: conference } = await storedMeeting();
  await addWebhook('https://example.com/hook');
  const now = Math.floor(Date.now() / 1000);
  const leg = (uuid: string, connectedAt: number, data: object) => ({
    ...{ event: 'participant_connected', node: '192.0.2.11', seq: connectedAt, version: 2, time: connectedAt },
    data: { uuid, conference, service_type: 'conference', role: 'guest', connect_time: connectedAt, ...data },
  });
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

it('who comes back with another leg of the same conversation is told of as joined and as left again', async () => {
  const { serviceName: conference } = await storedMeeting();
  await database().webhookEvent.deleteMany();
  const now = Math.floor(Date.now() / 1000);
  const event = (kind: string, after: number, uuid: string, more: object = {}) => ({
    ...{ event: `participant_${kind}`, node: '192.0.2.11', seq: after, version: 2, time: now - 100 + after },
    data: {
      ...{ uuid, conference, conversation_id: 'lea', protocol: 'SIP', has_media: true, role: 'guest' },
      ...{ service_type: 'conference', ...more },
    },
  });
  const toldOf = () =>
    database().webhookEvent.findMany({ select: { type: true, at: true }, orderBy: [{ at: 'asc' }, { type: 'asc' }] });
  const expected: { type: string; at: Date }[] = [];
  for (const [kind, after, uuid] of [
    ['connected', 1, 'first'],
    ['disconnected', 20, 'first'],
    ['connected', 30, 'second'],
    ['disconnected', 90, 'second'],
  ] as const) {
    await hear(event(kind, after, uuid));
    const type = kind === 'connected' ? 'participant.joined' : 'participant.left';
    expected.push({ type, at: new Date((now - 100 + after) * 1000) });
    expect((await toldOf()).filter((each) => each.type !== 'meeting.started')).toEqual(expected);
  }
});

it('who left after all at the time that was taken back is told of as left again', async () => {
  const { serviceName: conference } = await storedMeeting();
  await database().webhookEvent.deleteMany();
  const now = Math.floor(Date.now() / 1000);
  const event = (name: string, after: number, data: object) =>
    hear({ ...{ event: name, node: '192.0.2.18', seq: after, version: 2, time: now - 100 + after }, data });
  const leg = { uuid: 'kai', conversation_id: 'kai', conference, protocol: 'SIP', has_media: true, role: 'guest' };
  const inside = { ...leg, service_type: 'conference', display_name: 'Kai' };
  const over = { name: conference, start_time: now - 100, end_time: now - 40 };
  await event('participant_connected', 1, inside);
  await event('conference_ended', 60, over);
  await event('participant_updated', 63, { ...inside, is_muted: true });
  await event('conference_ended', 64, over);
  await event('participant_updated', 66, { ...inside, is_muted: false });
  const rows = await database().webhookEvent.findMany({
    where: { type: { in: ['participant.joined', 'participant.left'] } },
    orderBy: { createdAt: 'asc' },
  });
  expect(rows.map(({ type, at }) => [type, at.getTime() / 1000 - now + 100])).toEqual([
    ['participant.joined', 1],
    ['participant.left', 60],
    ['participant.joined', 60],
    ['participant.left', 60],
    ['participant.joined', 60],
  ]);
});

it('who was told of as left with a sink’s start, and is heard of again, is told of as inside again, once', async () => {
  const { serviceName: conference } = await storedMeeting();
  await database().webhookEvent.deleteMany();
  const now = Math.floor(Date.now() / 1000);
  const event = (name: string, after: number, data: object) =>
    hear({ ...{ event: name, node: '192.0.2.19', seq: after, version: 2, time: now - 100 + after }, data });
  const leg = { uuid: 'bo', conversation_id: 'bo', conference, protocol: 'SIP', has_media: true, role: 'guest' };
  const inside = { ...leg, service_type: 'conference', display_name: 'Bo' };
  await event('participant_connected', 1, inside);
  await event('eventsink_started', 20, {});
  await event('participant_updated', 30, { ...inside, is_muted: true });
  await event('participant_updated', 40, { ...inside, is_muted: false });
  await event('participant_disconnected', 90, { ...inside, disconnect_reason: 'Call disconnected' });
  const iso = (after: number) => new Date((now - 100 + after) * 1000).toISOString();
  const rows = await database().webhookEvent.findMany({ orderBy: { createdAt: 'asc' }, select: { payload: true } });
  const told = rows.map(
    ({ payload }) => payload as { type: string; at: string; participant?: Record<string, unknown> },
  );
  const ofBo = told.flatMap(({ type, at, participant }) =>
    participant ? [[type, at, participant.leftAt, participant.wronglyLeftAt]] : [],
  );
  // The visitor, whom nobody answers, is no matter of this test.
  expect(ofBo.filter(([type]) => type !== 'visitor.waiting')).toEqual([
    ['participant.joined', iso(1), null, null],
    ['participant.left', iso(20), iso(20), null],
    ['participant.joined', iso(20), null, iso(20)],
    ['participant.left', iso(90), iso(90), null],
  ]);
});
