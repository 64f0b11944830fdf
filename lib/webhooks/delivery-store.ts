import { database } from '@/lib/db/client';
import type { NextStep } from './next-step';
import { MOST_WEBHOOKS } from './webhook';
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

/** Sent before all others that wait for the same webhook. */
export const URGENT = 0;
const PRIORITIES = [URGENT, 1];

/** The webhooks to which something is to be sent now. */
export async function webhooksWithDue(): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM webhook WHERE EXISTS (
      SELECT FROM webhook_delivery
      WHERE webhook_id = webhook.id AND state = 'waiting' AND priority = ANY(${PRIORITIES}::smallint[])
        AND next_try_at <= now())
    LIMIT ${MOST_WEBHOOKS}`;
  return rows.map(({ id }) => id);
}

/**
 * Takes the next delivery to a webhook for one try: the most urgent, and of these the one whose time came first. Null when there is
 * none. For as long as it is taken its next time is later, so nobody else takes it; and whoever is quicker is not waited for.
 */
export async function claimNext(webhookId: string): Promise<ClaimedDelivery | null> {
  for (const priority of PRIORITIES) {
    const [claimed] = await database().$queryRaw<ClaimedDelivery[]>`
      UPDATE webhook_delivery AS delivery
      SET attempts = attempts + 1, last_tried_at = now(), next_try_at = now() + ${CLAIM_SECONDS} * interval '1 second'
      FROM webhook, webhook_event AS event
      WHERE delivery.id = (
          SELECT id FROM webhook_delivery
          WHERE webhook_id = ${webhookId}::uuid AND state = 'waiting' AND priority = ${priority} AND next_try_at <= now()
          ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        AND webhook.id = delivery.webhook_id AND event.id = delivery.event_id
      RETURNING delivery.id, webhook_id AS "webhookId", event_id AS "eventId", event.type, event.at, event.payload,
        delivery.attempts::int, webhook.url, webhook.is_enabled AS "isEnabled", now() AS "claimedAt",
        webhook.secret || ARRAY(
          SELECT former.secret FROM webhook_former_secret AS former
          WHERE former.webhook_id = webhook.id AND signs_until > now() ORDER BY signs_until DESC LIMIT ${MOST_FORMER}
        )::text[] AS secrets`;
    if (claimed) return claimed;
  }
  return null;
}

/** Gives a claim back untried: what is to be sent is not known yet. Nothing was sent before then, so no try is left of it. */
export async function putOff(claimed: ClaimedDelivery, afterMs: number): Promise<void> {
  await database().$executeRaw`
    UPDATE webhook_delivery
    SET attempts = 0, last_tried_at = NULL, next_try_at = now() + ${afterMs}::float8 * interval '1 millisecond'
    WHERE id = ${claimed.id}::uuid AND state = 'waiting' AND attempts = ${claimed.attempts}`;
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
    const noted = await transaction.$executeRaw`
      UPDATE webhook_delivery
      SET state = ${state}::webhook_state, last_status = ${status}, last_problem = ${problem}, latency_ms = ${latencyMs},
        next_try_at = now() + ${afterMs}::float8 * interval '1 millisecond'
      WHERE id = ${claimed.id}::uuid AND state = 'waiting' AND attempts = ${claimed.attempts}`;
    if (noted > 0 && step.kind === 'failed' && step.isGone) await turnOff(transaction, claimed.webhookId);
  });
}
