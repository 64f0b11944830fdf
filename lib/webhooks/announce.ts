import { randomUUID } from 'node:crypto';
import { settings } from '@/lib/config/env';
import type { Transaction } from '@/lib/db/client';
import { snapshot } from '@/lib/db/snapshot';
import { payloadOf, type Happening } from './happening';
import { KEPT_DAYS } from './webhook';
import { insertEvents } from './webhook-event-store';
import { loadWantedTypes } from './read-webhooks-store';
import { WEBHOOKS } from './webhook-store';

const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

const wantedTypes = snapshot(WEBHOOKS, loadWantedTypes);

/**
 * Tells whoever wants to hear it, once the caller's transaction has committed. The same happening again tells nothing, and
 * where nobody listens nothing is written. Receivers are promised each happening at least once, and no order.
 */
export async function announce(
  transaction: Transaction,
  happenings: readonly Happening[],
  now = new Date(),
): Promise<void> {
  if (happenings.length === 0) return;
  const wanted = wantedAtHand();
  const told = happenings.filter(
    // What we told so long ago is forgotten, and would be told again.
    ({ type, at }) => (!wanted || wanted.has(type)) && now.getTime() - at.getTime() < KEPT_MS,
  );
  if (told.length === 0) return;
  const { appUrl } = settings();
  await insertEvents(
    transaction,
    told.map((happening) => {
      const id = randomUUID();
      const { type, key, takesBack, at, notBefore } = happening;
      return { id, type, key, takesBack, at, notBefore, payload: payloadOf(happening, id, appUrl) };
    }),
  );
}

/**
 * The types that somebody wants; null when that is not known at this moment, and the database has to say. It is not waited
 * for: reading takes a connection, and those who hold one each in their transactions could all be waiting for another.
 */
function wantedAtHand(): ReadonlySet<string> | null {
  const current = wantedTypes.current();
  if (!(current instanceof Promise)) return current;
  current.catch(() => undefined);
  return null;
}
