import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { isSigned, openReceiver, type Receiver } from '@/lib/testing/webhook-receiver';
import { addWebhook, clearWebhooks, deliverAll, joined, logOf, tell } from '@/lib/testing/webhooks';
import { ageOutWebhooks } from './age-out-webhooks';
import { loadDeliveries } from './delivery-log-store';
import { findWebhook } from './read-webhooks-store';
import { deleteWebhook, insertWebhook, replaceSecret, updateWebhook } from './webhook-store';

const actor = { kind: 'mayfly' } as const;
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

describe('a secret that is replaced', () => {
  it('signs beside the new one for a day, and nothing after it', async () => {
    const { id, secret: former, formerSecretUntil } = await addWebhook(receiver.url);
    expect(formerSecretUntil).toBeNull();
    const replaced = (await replaceSecret(id, actor))!;
    expect(replaced.secret).not.toBe(former);
    const hours = (Date.parse(replaced.formerSecretUntil!) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThan(24.1);
    await tell(joined('Dana'));
    await deliverAll();
    for (const secret of [replaced.secret, former]) expect(isSigned(receiver.received[0]!, secret)).toBe(true);

    await pool().query(`UPDATE webhook_former_secret SET signs_until = now() - interval '1 second'`);
    await tell(joined('Bo'));
    await deliverAll();
    expect(isSigned(receiver.received[1]!, replaced.secret)).toBe(true);
    expect(isSigned(receiver.received[1]!, former)).toBe(false);
    expect(await findWebhook(id)).toMatchObject({ formerSecretUntil: null });
    await ageOutWebhooks(new Date());
    expect(await database().webhookFormerSecret.count()).toBe(0);
  });

  it('signs on also when the new one is replaced meanwhile, and only so many do', async () => {
    const { id, secret } = await addWebhook(receiver.url);
    const second = (await replaceSecret(id, actor))!;
    await replaceSecret(id, actor);
    await tell(joined('Dana'));
    await deliverAll();
    for (const one of [secret, second.secret]) expect(isSigned(receiver.received[0]!, one)).toBe(true);
    for (let count = 0; count < 8; count += 1) await replaceSecret(id, actor);
    await tell(joined('Bo'));
    await deliverAll();
    expect(String(receiver.received[1]!.headers['webhook-signature']).split(' ')).toHaveLength(5);
  });

  it('is noted with who replaced it, and is none of the note', async () => {
    const { id, secret } = await addWebhook(receiver.url);
    const replaced = await replaceSecret(id, actor);
    const entry = await database().auditEntry.findFirstOrThrow({ where: { action: 'webhook.secret-replaced' } });
    expect(JSON.stringify(entry.detail)).not.toMatch(/whsec/);
    expect(JSON.stringify(await findWebhook(id))).not.toContain(secret);
    expect(JSON.stringify(await findWebhook(id))).not.toContain(replaced!.secret);
    expect(await replaceSecret('7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10', actor)).toBeNull();
  });
});
