import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { markCancelled, tellEnded } from '@/lib/meetings/meeting-store';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { openReceiver, type Receiver } from '@/lib/testing/webhook-receiver';
import { addWebhook, clearWebhooks, deliverAll, logOf, timePasses } from '@/lib/testing/webhooks';

let receiver: Receiver;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  await clearWebhooks();
});

describe('the end of a meeting', () => {
  it('is told when everybody’s leaving was reported, and looking whether it was is no try', async () => {
    const { id } = await addWebhook(receiver.url, ['meeting.ended']);
    const { id: meetingId, serviceName } = await storedMeeting({ validUntil: new Date() });
    await database().conference.create({ data: { serviceName, firstArrivedAt: new Date() } });
    await tellEnded(meetingId, new Date());
    for (let look = 0; look < 3; look += 1) {
      await timePasses(5);
      await deliverAll();
      const [waiting] = await logOf(id);
      expect(waiting).toMatchObject({ state: 'waiting', attempts: 0, lastTriedAt: null });
      expect(Date.parse(waiting!.nextTryAt!)).toBeGreaterThan(Date.now());
    }
    expect(receiver.received).toEqual([]);
    await database().conference.update({ where: { serviceName }, data: { endedAt: new Date(), endedBy: 'host' } });
    await timePasses(5);
    await deliverAll();
    expect(receiver.received.map(({ message }) => message)).toMatchObject([{ facts: { endedBy: 'host' } }]);
    expect(await logOf(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  it('waits for what is reported also where the process that tells has a clock two minutes ahead', async () => {
    const { id } = await addWebhook(receiver.url, ['meeting.ended']);
    const { id: meetingId, serviceName } = await storedMeeting({ validUntil: new Date() });
    await database().conference.create({ data: { serviceName, firstArrivedAt: new Date() } });
    await tellEnded(meetingId, new Date());
    await timePasses(5);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
    await deliverAll();
    vi.useRealTimers();
    expect(receiver.received).toEqual([]);
    expect(await logOf(id)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  });

  it('is told after a minute with what is known, where its nodes report nothing more', async () => {
    const { id } = await addWebhook(receiver.url, ['meeting.ended']);
    const meeting = await storedMeeting({ validUntil: new Date() });
    await database().conference.create({ data: { serviceName: meeting.serviceName, firstArrivedAt: new Date() } });
    await tellEnded(meeting.id, new Date());
    await timePasses(50);
    await deliverAll();
    expect(receiver.received).toEqual([]);
    await timePasses(10);
    await deliverAll();
    expect(receiver.received[0]?.message).toMatchObject({ type: 'meeting.ended', facts: { lastLeftAt: null } });
    expect(await logOf(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  it('is told at the first look where nobody came', async () => {
    await addWebhook(receiver.url, ['meeting.ended']);
    const [empty, begun] = [await storedMeeting({ validUntil: new Date() }), await storedMeeting()];
    await markCancelled(begun.id, new Date(), { kind: 'host' });
    await database().conference.create({ data: { serviceName: begun.serviceName } });
    for (const { id } of [empty, begun]) await tellEnded(id, new Date());
    await timePasses(5);
    await deliverAll();
    expect(receiver.received.map(({ message }) => message)).toMatchObject([{ facts: { people: 0 } }, { facts: {} }]);
  });

  it('is nothing to tell of where a meeting was cancelled before its doors opened', async () => {
    await addWebhook(receiver.url);
    const inTime = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const early = await storedMeeting({ validFrom: inTime(11), validUntil: inTime(60) });
    const open = await storedMeeting({ validFrom: inTime(9), validUntil: inTime(60) });
    for (const { id } of [early, open]) {
      await markCancelled(id, new Date(), { kind: 'host' });
      await tellEnded(id, new Date());
    }
    const told = await database().webhookEvent.findMany({ select: { key: true } });
    const verbsOf = ({ serviceName }: { serviceName: string }) =>
      told.flatMap(({ key }) => (key.includes(serviceName) ? key.split(':')[0] : [])).toSorted();
    expect(verbsOf(early)).toEqual(['cancelled']);
    expect(verbsOf(open)).toEqual(['cancelled', 'ended']);
  });
});
