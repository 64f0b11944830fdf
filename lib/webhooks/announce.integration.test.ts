import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, type Transaction } from '@/lib/db/client';
import { insertMeeting, markCancelled, tellEnded } from '@/lib/meetings/meeting-store';
import { testDatabase } from '@/lib/testing/database';
import { isSigned, openReceiver, type Receiver } from '@/lib/testing/webhook-receiver';
import { addWebhook, clearWebhooks, deliverAll, joined, logOf, tell, timePasses } from '@/lib/testing/webhooks';
import { announce } from './announce';
import { replayDelivery } from './delivery-log-store';
import { forgetPeopleInWebhooks } from './webhook-event-store';
import { deleteWebhook, updateWebhook } from './webhook-store';

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

describe('something that happened', () => {
  it('is told to whoever wants it, signed, and to nobody else', async () => {
    const wanting = await addWebhook(receiver.url, ['participant.joined']);
    const other = await addWebhook(receiver.url, ['meeting.created']);
    const off = await addWebhook(receiver.url);
    await updateWebhook(off.id, { isEnabled: false }, { kind: 'mayfly' });
    await tell(joined('Dana'));
    await deliverAll();
    expect(receiver.received).toHaveLength(1);
    const [message] = receiver.received;
    expect(isSigned(message!, wanting.secret)).toBe(true);
    expect(isSigned(message!, other.secret)).toBe(false);
    expect(message!.message).toMatchObject({
      type: 'participant.joined',
      id: message!.headers['webhook-id'],
      participant: { displayName: 'Dana' },
    });
    expect(await logOf(wanting.id)).toMatchObject([
      { state: 'delivered', attempts: 1, lastStatus: 200, nextTryAt: null },
    ]);
    expect(await logOf(other.id)).toEqual([]);
  });

  it('is told once, however often and by however many it is computed', async () => {
    const { id } = await addWebhook(receiver.url);
    const people = Array.from({ length: 300 }, (_, index) => joined(`p-${index}`));
    await Promise.all([tell(...people), tell(...people)]);
    await tell(...people, ...people);
    expect(await database().webhookEvent.count()).toBe(300);
    expect(await database().webhookDelivery.count({ where: { webhookId: id } })).toBe(300);
  });

  it('is told only when the transaction commits, and writes nothing where nobody listens', async () => {
    await tell(joined('Ann'));
    expect(await database().webhookEvent.count()).toBe(0);
    await addWebhook(receiver.url);
    const failing = database().$transaction(async (transaction) => {
      await announce(transaction, [joined('Bo')]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await database().webhookEvent.count()).toBe(0);
  });

  it('costs nothing where nobody listens: the database is not even asked', async () => {
    const webhook = await addWebhook(receiver.url);
    await deleteWebhook(webhook.id, { kind: 'mayfly' });
    const untouchable = new Proxy({} as Transaction, {
      get: () => {
        throw new Error('asked');
      },
    });
    // As soon as it is known that there is nobody.
    await vi.waitFor(() => announce(untouchable, [joined('Dana')]));
    await addWebhook(receiver.url);
    await expect(announce(untouchable, [joined('Dana')])).rejects.toThrow('asked');
  });

  it('is not told again when it is so old that we have forgotten', async () => {
    await addWebhook(receiver.url);
    await tell(joined('Dana', new Date(Date.now() - 31 * 24 * 3_600_000)));
    expect(await database().webhookEvent.count()).toBe(0);
  });

  it('is told of a meeting from its making to its end, with what the call came to', async () => {
    const { id } = await addWebhook(receiver.url);
    const start = new Date('2026-11-20T10:00:00Z');
    const window = { validFrom: start, validUntil: new Date(Date.now() + 3_600_000) };
    const secrets = { hostPin: '012345678901', hostKeyHash: '0'.repeat(64) };
    const made = await insertMeeting({ alias: 'meet-told', serviceName: 'Told', ...window, ...secrets });
    await markCancelled(made.id, new Date(), { kind: 'host' });
    await tellEnded(made.id, new Date());
    await database().conference.create({
      data: {
        ...{ serviceName: 'Told', firstArrivedAt: start, firstJoinedAt: start, endedAt: new Date() },
        ...{ people: 2, durationMs: 60_000n, endedBy: 'host' },
      },
    });
    await deliverAll();
    expect(receiver.received.map(({ message }) => message.type).sort()).toEqual([
      'meeting.cancelled',
      'meeting.created',
    ]);
    // The end is told a moment later, when everybody's leaving was reported.
    await timePasses(5);
    await deliverAll();
    const ended = receiver.received.find(({ message }) => message.type === 'meeting.ended');
    expect(ended?.message).toMatchObject({
      meeting: { alias: 'meet-told', joinUrl: 'http://localhost:3000/join/meet-told' },
      facts: { firstJoinedAt: start.toISOString(), people: 2, durationMs: 60_000, endedBy: 'host' },
    });
    // What was told is kept to.
    await database().conference.update({ where: { serviceName: 'Told' }, data: { people: 9 } });
    const sent = (await logOf(id)).find(({ type }) => type === 'meeting.ended')!;
    await replayDelivery(id, sent.id, { kind: 'mayfly' });
    await deliverAll();
    expect(receiver.received.at(-1)?.body).toBe(ended?.body);
  });

  it('loses the names of those who want to be forgotten', async () => {
    const { id } = await addWebhook(receiver.url);
    await tell(joined('Dana'), joined('Bo'));
    await database().$transaction((transaction) => forgetPeopleInWebhooks(transaction, 'meet-1', ['Dana']));
    const names = (await logOf(id)).map(({ payload }) => (payload as { participant: object }).participant);
    expect(names).toHaveLength(2);
    expect(names).toContainEqual(expect.objectContaining({ id: 'Dana', displayName: null }));
    expect(names).toContainEqual(expect.objectContaining({ id: 'Bo', displayName: 'Bo' }));
  });
});
