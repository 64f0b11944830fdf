import { DeliveryLanes } from '@/lib/webhooks/delivery-lanes';
import { onDeliveries } from '@/lib/webhooks/delivery-news';

/** For what is tried again, and what a process that died had on its way. What is new is heard of at once. */
const LOOK_EVERY_MS = 5_000;

/**
 * Starts telling webhooks in this process. Not as stored jobs: what waits for a receiver that hangs would be jobs by the thousand,
 * through which the queue has to wade for every other one. The deliveries themselves are the queue, one for each webhook.
 */
export function runDeliveries(): { stop(): Promise<void> } {
  const lanes = new DeliveryLanes();
  const look = () => lanes.look();
  const stopListening = onDeliveries(look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    async stop() {
      clearInterval(timer);
      stopListening();
      await lanes.stop();
    },
  };
}
