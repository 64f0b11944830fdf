import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { runDeliveries } from '@/lib/jobs/run-deliveries';
import { testDatabase } from '@/lib/testing/database';
import { isSigned, openReceiver, type Receiver } from '@/lib/testing/webhook-receiver';
import { addWebhook, clearWebhooks, deliverAll, joined, logOf, tell, timePasses } from '@/lib/testing/webhooks';
import { deliverNext } from './deliver-webhook';
import { replayDelivery, replayFailed } from './delivery-log-store';
import { sendTest } from './send-test';
import { findWebhook } from './read-webhooks-store';
import { hostOf } from './webhook';
import { deleteWebhook } from './webhook-store';

const actor = { kind: 'mayfly' } as const;
const INGRID = { kind: 'agent', id: randomUUID(), name: 'Ingrid' } as const;
const audited = (action: string) =>
  database().auditEntry.findMany({ where: { action }, select: { actor: true, subject: true, detail: true } });
let databaseUrl: string;
let runners: { stop(): Promise<void> }[] = [];
let receiver: Receiver;

beforeAll(async () => {
  databaseUrl = await testDatabase();
});
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await clearWebhooks();
});

describe('a receiver', () => {
  it('that fails is tried again in a while, with the same id and a fresh signature', async () => {
    const { id, secret } = await addWebhook(receiver.url);
    receiver.answer = { status: 503 };
    await tell(joined('Dana'));
    await deliverAll();
    const [waiting] = await logOf(id);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, lastStatus: 503, lastProblem: 'It answered 503.' });
    expect(Date.parse(waiting!.nextTryAt!) - Date.parse(waiting!.lastTriedAt!)).toBeGreaterThan(4_000);
    // Its time has not come.
    await deliverAll();
    expect(receiver.received).toHaveLength(1);
    receiver.answer = { status: 200 };
    await timePasses(10);
    await deliverAll();
    expect(await logOf(id)).toMatchObject([{ state: 'delivered', attempts: 2, lastProblem: null }]);
    const [first, second] = receiver.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(isSigned(second!, secret)).toBe(true);
  });

  it('that fails for a day is given up, and all of it is sent again by hand, once', async () => {
    const { id } = await addWebhook(receiver.url);
    receiver.answer = { status: 500 };
    await tell(joined('Dana'), joined('Bo'));
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await deliverAll();
      await timePasses(24 * 3_600);
    }
    expect((await logOf(id)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['failed', 9],
      ['failed', 9],
    ]);
    receiver.answer = { status: 200 };
    expect(await replayFailed(id, INGRID)).toBe(2);
    expect(await replayFailed(id, actor)).toBe(0);
    await deliverAll();
    const after = await logOf(id);
    expect(after.filter(({ isReplay }) => isReplay).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    expect(await replayFailed(id, actor)).toBe(0);
    expect(await audited('webhook.replayed')).toEqual([
      { actor: 'Ingrid', subject: hostOf(receiver.url), detail: { messages: 2 } },
    ]);
  });

  it('that is sent to see whether it arrives, or once more, is written down with who had it sent', async () => {
    const { id } = await addWebhook(receiver.url);
    await sendTest(id, INGRID, new Date());
    const [test] = await logOf(id);
    await replayDelivery(id, test!.id, INGRID);
    const entry = { actor: 'Ingrid', subject: hostOf(receiver.url) };
    expect(await audited('webhook.tested')).toEqual([{ ...entry, detail: null }]);
    expect(await audited('webhook.replayed')).toContainEqual({ ...entry, detail: { messages: 1 } });
  });

  it('that is gone is told nothing more, and somebody can read why', async () => {
    const { id } = await addWebhook(receiver.url);
    receiver.answer = { status: 410 };
    await tell(joined('Dana'));
    await tell(joined('Bo'));
    await deliverNext(id);
    expect(await findWebhook(id)).toMatchObject({ isEnabled: false });
    expect(await database().auditEntry.findFirst({ where: { action: 'webhook.gone' } })).toMatchObject({
      actor: 'Mayfly',
    });
    expect(await deliverNext(id)).toBe(true);
    expect(receiver.received).toHaveLength(1);
    expect(await logOf(id)).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
    expect(await sendTest(id, actor, new Date())).toEqual({ ok: false, error: 'off' });
  });

  it('that was removed is forgotten with its log, and with what was to be sent to it', async () => {
    const { id } = await addWebhook(receiver.url);
    await tell(joined('Dana'));
    expect(await deleteWebhook(id, actor)).toBe(true);
    expect(await deleteWebhook(id, actor)).toBe(false);
    expect(await deliverNext(id)).toBe(false);
    expect(receiver.received).toEqual([]);
  });

  it('that hangs keeps nobody else waiting', async () => {
    receiver.answer = null;
    await addWebhook(receiver.url, ['participant.joined']);
    const quick = await openReceiver();
    await addWebhook(quick.url, ['meeting.created']);
    runners = [runDeliveries()];
    await tell(...Array.from({ length: 60 }, (_, index) => joined(`p-${index}`)));
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 5_000 });
    const begun = Date.now();
    await tell({ ...joined('Zoe'), type: 'meeting.created' });
    await vi.waitFor(() => expect(quick.received).toHaveLength(1), { timeout: 5_000 });
    expect(Date.now() - begun).toBeLessThan(3_000);
    // No more than two are on their way to it.
    expect(receiver.received).toHaveLength(2);
    await receiver.close();
    await quick.close();
  });
});

describe('much at once', () => {
  const many = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => joined(prefix + index));

  it('for one that hangs costs one that is well nothing', async () => {
    const quick = await openReceiver();
    await addWebhook(quick.url, ['participant.joined']);
    runners = [runDeliveries()];
    const timed = async (prefix: string) => {
      const begun = performance.now();
      const before = quick.received.length;
      await tell(...many(200, prefix));
      await vi.waitFor(() => expect(quick.received).toHaveLength(before + 200), { timeout: 30_000, interval: 20 });
      return performance.now() - begun;
    };
    await timed('warm');
    const alone = await timed('alone');
    receiver.answer = null;
    const { id } = await addWebhook(receiver.url, ['meeting.created']);
    await tell({ ...joined('Zoe'), type: 'meeting.created' });
    await pool().query(
      `INSERT INTO webhook_delivery (webhook_id, event_id, next_try_at)
       SELECT webhook_id, event_id, now() FROM webhook_delivery, generate_series(1, 20000) WHERE webhook_id = $1`,
      [id],
    );
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 10_000 });
    expect(await timed('beside')).toBeLessThan(2 * alone + 1_000);
    await receiver.close();
    await quick.close();
  }, 90_000);

  it('waits behind a visitor who waits, and behind what meetings do', async () => {
    const { id } = await addWebhook(receiver.url);
    await tell(...many(50, 'p'));
    await tell({ ...joined('Vera'), type: 'visitor.waiting' }, { ...joined('Zoe'), type: 'meeting.started' });
    for (let tries = 0; tries < 3; tries += 1) await deliverNext(id);
    const types = receiver.received.map(({ message }) => message.type);
    expect(new Set(types.slice(0, 2))).toEqual(new Set(['visitor.waiting', 'meeting.started']));
    expect(types[2]).toBe('participant.joined');
  });

  it('is sent once by however many instances', async () => {
    const { id } = await addWebhook(receiver.url);
    runners = Array.from({ length: 4 }, () => runDeliveries());
    await tell(...many(200, 'p'));
    const isDone = async () =>
      expect(await database().webhookDelivery.count({ where: { webhookId: id, state: 'delivered' } })).toBe(200);
    await vi.waitFor(isDone, { timeout: 20_000 });
    expect(receiver.received).toHaveLength(200);
  }, 30_000);
});

describe('a process that is killed', () => {
  it('while a message is on its way: another one sends it again, under the same id', async () => {
    const { id } = await addWebhook(receiver.url);
    receiver.answer = null;
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/deliver-webhooks.ts'], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await tell(joined('Dana'));
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 10_000 });
    child.kill('SIGKILL');
    await once(child, 'exit');
    receiver.answer = { status: 200 };
    // Not before it is certain that nobody is at it any more.
    expect(await deliverNext(id)).toBe(false);
    await timePasses(80);
    runners = [runDeliveries()];
    await vi.waitFor(async () => expect(await logOf(id)).toMatchObject([{ state: 'delivered', attempts: 2 }]), {
      timeout: 10_000,
    });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });
});
