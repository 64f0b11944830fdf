import { database } from '@/lib/db/client';
import { addDeliveryJobs, deliveryKey, type AddedDelivery } from './delivery-jobs';
import type { NextStep } from './next-step';
import { turnOff } from './webhook-store';

// The webhook_delivery table while messages are on their way. By the database's clock alone: instances whose clocks differ
// would otherwise take each other's work.

/** A delivery as whoever carries it out needs it. */
export interface ClaimedDelivery {
  id: string;
  webhookId: string;
  eventId: string;
  type: string;
  /** When what it tells happened. */
  at: Date;
  payload: unknown;
  /** This one included. */
  attempts: number;
  url: string;
  /** What it is signed with: the secret, and those it replaced a short while ago. */
  secrets: string[];
  isEnabled: boolean;
  /** When this try began. */
  claimedAt: Date;
}

/**
 * How long a try may take before another process may make it again: the one that made it must have died. Much longer than any
 * try, so that no message is on its way twice.
 */
const CLAIM_SECONDS = 60;

/** Who replaces a secret again and again does not make headers endless by it. */
const MOST_FORMER = 4;

/**
 * Takes a delivery whose time has come, for one try. Null when it is over, when its time has not come, or when somebody else
 * is at it.
 */
export async function claimDelivery(id: string): Promise<ClaimedDelivery | null> {
  const [claimed] = await database().$queryRaw<ClaimedDelivery[]>`
    UPDATE webhook_delivery AS delivery
    SET attempts = attempts + 1, last_tried_at = now(), next_try_at = now() + ${CLAIM_SECONDS} * interval '1 second'
    FROM webhook, webhook_event AS event
    WHERE delivery.id = ${id}::uuid AND delivery.state = 'waiting' AND delivery.next_try_at <= now()
      AND webhook.id = delivery.webhook_id AND event.id = delivery.event_id
    RETURNING delivery.id, webhook_id AS "webhookId", event_id AS "eventId", event.type, event.at, event.payload,
      delivery.attempts::int, webhook.url, webhook.is_enabled AS "isEnabled", now() AS "claimedAt",
      webhook.secret || ARRAY(
        SELECT former.secret FROM webhook_former_secret AS former
        WHERE former.webhook_id = webhook.id AND signs_until > now() ORDER BY signs_until DESC LIMIT ${MOST_FORMER}
      )::text[] AS secrets`;
  return claimed ?? null;
}

/** Gives a claim back untried: what is to be sent is not known yet. Nothing was sent before then, so no try is left of it. */
export async function putOff(claimed: ClaimedDelivery, afterMs: number): Promise<void> {
  await database().$transaction(async (transaction) => {
    const waiting = await transaction.$queryRaw<AddedDelivery[]>`
      UPDATE webhook_delivery
      SET attempts = 0, last_tried_at = NULL, next_try_at = now() + ${afterMs}::float8 * interval '1 millisecond'
      WHERE id = ${claimed.id}::uuid AND state = 'waiting' AND attempts = ${claimed.attempts}
      RETURNING id, webhook_id AS "webhookId", next_try_at AS "nextTryAt"`;
    await addDeliveryJobs(transaction, waiting);
  });
}

/** What came of a try, and what follows. Changes nothing when the claim has run out and somebody else has tried since. */
export async function noteTry(
  claimed: ClaimedDelivery,
  step: NextStep,
  { status, latencyMs }: { status: number | null; latencyMs: number | null },
): Promise<void> {
  const state = step.kind === 'again' ? 'waiting' : step.kind;
  const problem = step.kind === 'delivered' ? null : step.problem;
  const afterMs = step.kind === 'again' ? step.afterMs : null;
  await database().$transaction(async (transaction) => {
    const noted = await transaction.$queryRaw<AddedDelivery[]>`
      UPDATE webhook_delivery
      SET state = ${state}::webhook_state, last_status = ${status}, last_problem = ${problem}, latency_ms = ${latencyMs},
        next_try_at = now() + ${afterMs}::float8 * interval '1 millisecond'
      WHERE id = ${claimed.id}::uuid AND state = 'waiting' AND attempts = ${claimed.attempts}
      RETURNING id, webhook_id AS "webhookId", next_try_at AS "nextTryAt"`;
    if (noted.length === 0) return;
    if (step.kind === 'again') await addDeliveryJobs(transaction, noted);
    if (step.kind === 'failed' && step.isGone) await turnOff(transaction, claimed.webhookId);
  });
}

/** Longer than a claim is held or a busy queue takes. */
const LOST_AFTER_SECONDS = 15;

/**
 * Gives deliveries whose time has come, and that have no job to carry them out, a new one: their process died, and its job
 * stays locked for hours. Returns how many there were.
 */
export function scheduleLostDeliveries(limit: number): Promise<number> {
  return database().$transaction(async (transaction) => {
    const lost = await transaction.$queryRaw<AddedDelivery[]>`
      SELECT id, webhook_id AS "webhookId", next_try_at AS "nextTryAt" FROM webhook_delivery AS delivery
      WHERE state = 'waiting' AND next_try_at < now() - ${LOST_AFTER_SECONDS} * interval '1 second'
        AND NOT EXISTS (
          SELECT FROM graphile_worker.jobs
          WHERE key = ${deliveryKey('')}::text || delivery.id AND locked_at IS NULL AND attempts < max_attempts)
      ORDER BY next_try_at LIMIT ${limit}`;
    await addDeliveryJobs(transaction, lost);
    return lost.length;
  });
}
