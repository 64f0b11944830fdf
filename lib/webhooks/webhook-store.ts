import type { AuditAction } from '@/lib/audit/audit-action';
import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { hearHere } from '@/lib/db/notices';
import { notifyChanged, SNAPSHOT_CHANNEL } from '@/lib/db/snapshot';
import { newSecret } from './signature';
import { findWebhook } from './read-webhooks-store';
import { FORMER_SECRET_HOURS, hostOf, MOST_WEBHOOKS, type NewWebhook, type WebhookView } from './webhook';
import type { NewWebhookBody, WebhookChange } from './webhook-input';

// The webhook table. Who changed what is written down with the change.

/** Under this name every instance is told that webhooks have changed. */
export const WEBHOOKS = 'webhooks';

/** Adds one, with a secret of its own. Null when there are as many as there may be. */
export function insertWebhook(body: NewWebhookBody, actor: Actor): Promise<NewWebhook | null> {
  return inTurn(async (transaction) => {
    if ((await transaction.webhook.count()) >= MOST_WEBHOOKS) return null;
    const secret = newSecret();
    const { id } = await transaction.webhook.create({ data: { ...body, secret }, select: { id: true } });
    await changed(transaction, actor, 'webhook.added', body.url, { types: body.types });
    return { ...(await findWebhook(id, transaction))!, secret };
  });
}

/** Null when there is no such webhook any more. */
export function updateWebhook(id: string, change: WebhookChange, actor: Actor): Promise<WebhookView | null> {
  return inTurn(async (transaction) => {
    const { count } = await transaction.webhook.updateMany({ where: { id }, data: change });
    if (count === 0) return null;
    const webhook = await findWebhook(id, transaction);
    const { url, ...told } = change;
    await changed(transaction, actor, 'webhook.changed', webhook!.url, { ...told, ...(url && { host: hostOf(url) }) });
    return webhook;
  });
}

/**
 * Gives it another secret. Messages are signed with the former one as well for a day, so that the receiver may change over
 * without missing any. Null when there is no such webhook any more.
 */
export function replaceSecret(id: string, actor: Actor): Promise<NewWebhook | null> {
  return inTurn(async (transaction) => {
    const secret = newSecret();
    const count = await transaction.$executeRaw`
      WITH former AS (SELECT id, secret FROM webhook WHERE id = ${id}::uuid), kept AS (
        INSERT INTO webhook_former_secret (webhook_id, secret, signs_until)
        SELECT id, secret, now() + ${FORMER_SECRET_HOURS} * interval '1 hour' FROM former
      )
      UPDATE webhook SET secret = ${secret} FROM former WHERE webhook.id = former.id`;
    if (count === 0) return null;
    const webhook = (await findWebhook(id, transaction))!;
    await changed(transaction, actor, 'webhook.secret-replaced', webhook.url, {});
    return { ...webhook, secret };
  });
}

/** Forgets secrets that sign nothing any more. */
export async function forgetFormerSecrets(): Promise<void> {
  await database().$executeRaw`DELETE FROM webhook_former_secret WHERE signs_until <= now()`;
}

/** Removes it with its log. False when there is no such webhook any more. */
export function deleteWebhook(id: string, actor: Actor): Promise<boolean> {
  return inTurn(async (transaction) => {
    const webhook = await findWebhook(id, transaction);
    if (!webhook) return false;
    await transaction.webhook.delete({ where: { id } });
    await changed(transaction, actor, 'webhook.removed', webhook.url, { types: webhook.types });
    return true;
  });
}

/** Turns it off because its receiver said that it is gone for good. */
export async function turnOff(transaction: Transaction, id: string): Promise<void> {
  const { count } = await transaction.webhook.updateMany({
    where: { id, isEnabled: true },
    data: { isEnabled: false },
  });
  if (count === 0) return;
  const webhook = await findWebhook(id, transaction);
  await changed(transaction, { kind: 'mayfly' }, 'webhook.gone', webhook!.url, { isEnabled: false });
}

/** One after the other, so that what was counted still holds. */
async function inTurn<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const result = await database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${WEBHOOKS}))::text`;
    return work(transaction);
  });
  // The other instances are told by the database.
  hearHere(SNAPSHOT_CHANNEL, WEBHOOKS);
  return result;
}

async function changed(
  transaction: Transaction,
  actor: Actor,
  action: AuditAction,
  url: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  await recordAudit(transaction, { actor, action, subject: hostOf(url), detail });
  await notifyChanged(WEBHOOKS, transaction);
}
