import { database, type Transaction } from '@/lib/db/client';
import { MOST_WEBHOOKS, type DeliveryState, type WebhookView } from './webhook';

/** All of them, the oldest first. */
export function listWebhooks(): Promise<WebhookView[]> {
  return read(database(), null);
}

export async function findWebhook(id: string, client: Transaction = database()): Promise<WebhookView | null> {
  const [webhook] = await read(client, id);
  return webhook ?? null;
}

type Row = Omit<WebhookView, 'createdAt' | 'last' | 'formerSecretUntil'> & {
  createdAt: Date;
  state: DeliveryState | null;
  at: Date | null;
  signsUntil: Date | null;
};

/** Each with its newest message alone: Prisma would read the whole log for it. */
async function read(client: Transaction, id: string | null): Promise<WebhookView[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT webhook.id, url, types, note, is_enabled AS "isEnabled", webhook.created_at AS "createdAt",
      newest.state::text, newest.created_at AS at,
      (SELECT max(signs_until) FROM webhook_former_secret
        WHERE webhook_id = webhook.id AND signs_until > now()) AS "signsUntil"
    FROM webhook LEFT JOIN LATERAL (
      SELECT state, created_at FROM webhook_delivery
      WHERE webhook_id = webhook.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) AS newest ON true
    WHERE ${id}::uuid IS NULL OR webhook.id = ${id}::uuid
    ORDER BY webhook.created_at, webhook.id LIMIT ${MOST_WEBHOOKS}`;
  return rows.map(({ createdAt, state, at, signsUntil, ...webhook }) => ({
    ...webhook,
    createdAt: createdAt.toISOString(),
    last: state && at && { state, at: at.toISOString() },
    formerSecretUntil: signsUntil?.toISOString() ?? null,
  }));
}

/** What some webhook that is on wants to hear. */
export async function loadWantedTypes(): Promise<ReadonlySet<string>> {
  const rows = await database().webhook.findMany({
    where: { isEnabled: true },
    select: { types: true },
    take: MOST_WEBHOOKS,
  });
  return new Set(rows.flatMap(({ types }) => types));
}
