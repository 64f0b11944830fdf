import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { runDeliveries } from '@/lib/jobs/run-deliveries';
import { testDatabase } from '@/lib/testing/database';
import { openReceiver, type Receiver } from '@/lib/testing/webhook-receiver';
import { addWebhook, clearWebhooks, joined, logOf, tell } from '@/lib/testing/webhooks';
import { ageOutWebhooks } from './age-out-webhooks';
import { loadDeliveries } from './delivery-log-store';
import { deleteWebhook, findWebhook, insertWebhook, updateWebhook } from './webhook-store';

const actor = { kind: 'mayfly' } as const;
let receiver: Receiver;

beforeAll(async () => {
  await testDatabase();
  // Its own tables are made when it first runs.
  await (await runDeliveries()).stop();
});
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  await clearWebhooks();
});

describe('the log', () => {
  it('is read in pages, by state, newest first', async () => {
    const { id } = await addWebhook(receiver.url);
    for (let index = 0; index < 30; index += 1) await tell(joined(`p-${index}`));
    const first = await loadDeliveries(id, {});
    expect(first.deliveries).toHaveLength(25);
    const [at, row] = first.before!.split('_');
    const second = await loadDeliveries(id, { before: { at: new Date(at!), id: row! } });
    expect(second).toMatchObject({ before: null });
    const ids = [...first.deliveries, ...second.deliveries].map((delivery) => delivery.id);
    expect(new Set(ids).size).toBe(30);
    expect(await loadDeliveries(id, { state: 'delivered' })).toEqual({ deliveries: [], before: null });
  });

  it('is forgotten after thirty days', async () => {
    const { id } = await addWebhook(receiver.url);
    await tell(joined('Dana'), joined('Bo'));
    const day = 24 * 3_600_000;
    await ageOutWebhooks(new Date(Date.now() + 29 * day));
    expect(await logOf(id)).toHaveLength(2);
    await ageOutWebhooks(new Date(Date.now() + 31 * day));
    expect(await logOf(id)).toEqual([]);
    expect(await database().webhookEvent.count()).toBe(0);
  });
});

describe('webhooks', () => {
  it('are ten at most, however many are added at once', async () => {
    const added = await Promise.all(
      Array.from({ length: 12 }, () =>
        insertWebhook({ url: receiver.url, types: ['meeting.created'], note: '' }, actor),
      ),
    );
    expect(added.filter((webhook) => webhook === null)).toHaveLength(2);
  });

  it('are changed with a note of who did it, which holds no secret', async () => {
    const agent = { kind: 'agent', id: '7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10', name: 'Ingrid' } as const;
    const url = 'https://example.com/hook?token=hidden';
    const { id, secret } = (await insertWebhook({ url, types: ['meeting.created'], note: '' }, agent))!;
    await updateWebhook(id, { note: 'Chat', url }, agent);
    await deleteWebhook(id, agent);
    const entries = await database().auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(entries.map(({ actor: name, action, subject }) => [name, action, subject])).toEqual([
      ['Ingrid', 'webhook.added', 'example.com'],
      ['Ingrid', 'webhook.changed', 'example.com'],
      ['Ingrid', 'webhook.removed', 'example.com'],
    ]);
    expect(JSON.stringify(entries, (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value))).not.toMatch(
      /hidden|whsec/,
    );
    expect(JSON.stringify(await findWebhook(id))).not.toContain(secret);
  });
});
