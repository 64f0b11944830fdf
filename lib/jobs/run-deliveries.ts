import { Logger, run } from 'graphile-worker';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { fullLanes, runDelivery } from '@/lib/webhooks/run-delivery';
import { AT_ONCE, MOST_WEBHOOKS } from '@/lib/webhooks/webhook';

/** For what is tried again. What is new is heard of at once, and workers do not look at the same moment. */
const POLL_MS = 5_000;

const OfDelivery = z.object({ deliveryId: z.uuid(), webhookId: z.uuid() });

/**
 * Starts telling webhooks in this process. Apart from all other jobs, so that receivers which hang never keep a meeting from
 * ending, and with a place for everything that may be under way at a time, so that they do not keep each other waiting.
 */
export async function runDeliveries(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: settings().databaseUrl,
    maxPoolSize: 3,
    taskList: { 'deliver-webhook': (payload) => runDelivery(OfDelivery.parse(payload)) },
    forbiddenFlags: fullLanes,
    pollInterval: POLL_MS,
    concurrency: MOST_WEBHOOKS * AT_ONCE,
    noHandleSignals: true, // server.ts shuts down in order
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(`webhooks: ${message}`);
    }),
  });
  return { stop: () => runner.stop() };
}
