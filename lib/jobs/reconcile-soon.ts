import { settings } from '@/lib/config/env';
import type { Transaction } from '@/lib/db/client';
import { nowIn } from '@/lib/db/database-now';
import { scheduleJob } from './job-queue';

/** A node whose sink began has something to say first; when it is quiet for so long, its lists are worth reading. */
const SOON_MS = 2_000;

/**
 * Has everything compared with the Management Node in a moment, once, however often this is asked for meanwhile. For when a
 * node's sink began anew: what that node did before nobody will report. Does nothing where none is configured.
 */
export async function reconcileSoon(transaction: Transaction, inMs = SOON_MS): Promise<void> {
  if (!settings().management) return;
  const at = new Date((await nowIn(transaction)).getTime() + inMs);
  await scheduleJob(transaction, { kind: 'reconcile', key: 'reconcile-soon', at, payload: {} });
}
