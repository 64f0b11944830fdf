import { database, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { namelessReason } from '@/lib/retention/free-text-store';
import { notifyDeliveries } from './delivery-news';
import { URGENT } from './delivery-store';
import { areFactsAwaited, factsOf } from './meeting-happenings';

// The webhook_event table: what happened and was told.

export interface NewEvent {
  id: string;
  type: string;
  key: string;
  takesBack?: readonly string[];
  at: Date;
  notBefore?: Date;
  payload: Record<string, unknown>;
}

/** A few hundred kilobytes at a time: a backlog after an outage may be anything. */
const ROWS_AT_ONCE = 1_000;

/** Stores what is new among these, with a delivery for each webhook that wants it. */
export async function insertEvents(transaction: Transaction, events: readonly NewEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += ROWS_AT_ONCE) {
    await insertSome(transaction, events.slice(start, start + ROWS_AT_ONCE));
  }
}

async function insertSome(transaction: Transaction, events: readonly NewEvent[]): Promise<void> {
  await freeKeys(
    transaction,
    events.flatMap(({ takesBack = [] }) => takesBack),
  );
  const rows = events.map(({ id, type, key, at, payload, notBefore: not_before }) => {
    return { id, type, key, at, payload, not_before };
  });
  const added = await transaction.$executeRaw`
    WITH happened AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS rows (id uuid, type text, key text, at timestamptz, payload jsonb, not_before timestamptz)
    ), told AS (
      INSERT INTO webhook_event (id, type, key, at, payload)
      SELECT id, type, key, at, payload FROM happened
      WHERE EXISTS (SELECT FROM webhook WHERE is_enabled AND happened.type = ANY (types))
      ON CONFLICT (type, key) DO NOTHING
      RETURNING id, type
    )
    INSERT INTO webhook_delivery (webhook_id, event_id, next_try_at, priority)
    SELECT webhook.id, told.id, coalesce(happened.not_before, now()),
      CASE WHEN told.type LIKE 'participant.%' THEN 1 ELSE ${URGENT} END
    FROM told JOIN happened USING (id) JOIN webhook ON is_enabled AND told.type = ANY (types)`;
  if (added > 0) await notifyDeliveries(transaction);
}

/** What was told under these keys stays told, and no longer keeps the same from being told again. */
async function freeKeys(transaction: Transaction, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await transaction.$executeRaw`
    UPDATE webhook_event SET key = left(key, 360) || '#' || id
    WHERE type IN ('participant.joined', 'participant.left') AND key = ANY(${[...keys]}::text[])`;
}

/** Stores one event for one webhook, whatever that wants to hear: a test. */
export async function insertEventFor(transaction: Transaction, webhookId: string, event: NewEvent): Promise<string> {
  const { id, type, key, at, payload } = event;
  await transaction.webhookEvent.create({ data: { id, type, key, at, payload: payload as Prisma.InputJsonObject } });
  const [added] = await transaction.$queryRaw<{ id: string }[]>`
    INSERT INTO webhook_delivery (webhook_id, event_id, next_try_at, priority)
    VALUES (${webhookId}::uuid, ${id}::uuid, now(), ${URGENT}) RETURNING id`;
  await notifyDeliveries(transaction);
  return added!.id;
}

/**
 * Adds what a call came to, as it is known by now, and keeps to it from then on: every try says the same. Not settled while
 * more of it may be reported.
 * @param endedAt when the end of the meeting was told
 */
export async function settleFacts(
  eventId: string,
  alias: string,
  endedAt: Date,
  now: Date,
): Promise<{ isSettled: true; payload: unknown } | { isSettled: false }> {
  const meeting = await database().meeting.findUnique({ where: { alias }, select: { serviceName: true } });
  const conference =
    meeting && (await database().conference.findUnique({ where: { serviceName: meeting.serviceName } }));
  if (areFactsAwaited(conference, endedAt, now)) return { isSettled: false };
  const facts = factsOf(conference);
  const [row] = await database().$queryRaw<{ payload: unknown }[]>`
    UPDATE webhook_event
    SET payload = CASE WHEN payload ? 'facts' THEN payload ELSE payload || ${JSON.stringify({ facts })}::jsonb END
    WHERE id = ${eventId}::uuid RETURNING payload`;
  return { isSettled: true, payload: row?.payload };
}

/**
 * Takes the names of these people, and what they or their endpoints gave as reasons, out of all that was told of them in a meeting.
 *
 * @param people by every id under which they were known: they may have been told of under a former one
 */
export async function forgetPeopleInWebhooks(
  transaction: Transaction,
  alias: string,
  people: readonly string[],
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE webhook_event SET payload = jsonb_set(jsonb_set(payload, '{participant,displayName}', 'null'),
      '{participant,reason}', coalesce(to_jsonb(${namelessReason("payload->'participant'->>'reason'")}), 'null'), false)
    WHERE payload->'meeting'->>'alias' = ${alias} AND payload->'participant'->>'id' = ANY (${[...people]}::text[])`;
}

/** Takes the topic of a meeting out of all that was told of it. */
export async function forgetTopicInWebhooks(transaction: Transaction, alias: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE webhook_event SET payload = jsonb_set(payload, '{meeting,topic}', 'null')
    WHERE payload->'meeting'->>'alias' = ${alias}`;
}

/** Deletes events from before, with their deliveries; at most so many. Returns how many there were. */
export function deleteEventsBefore(moment: Date, limit: number): Promise<number> {
  return database().$executeRaw`
    DELETE FROM webhook_event
    WHERE id IN (SELECT id FROM webhook_event WHERE created_at < ${moment} ORDER BY created_at LIMIT ${limit})`;
}
