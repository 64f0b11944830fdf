import { recordEvents } from './event-store';
import type { DeliveredEvent } from './read-delivery';

interface Delivery {
  events: readonly DeliveredEvent[];
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Events written together: enough that a flood costs few transactions, few enough that none takes long. */
const MOST_EVENTS = 200;

const waiting: Delivery[] = [];
let isWriting = false;

/**
 * Stores and applies a delivery; resolves once it is durable and rejects when it could not be stored. What arrives while
 * a transaction is under way goes into the next one together. So the sink takes a single connection however many nodes
 * report at once, and never the ones that policy requests need.
 */
export function recordTogether(events: readonly DeliveredEvent[]): Promise<void> {
  return new Promise((resolve, reject) => {
    waiting.push({ events, resolve, reject });
    if (!isWriting) void writeWaiting();
  });
}

async function writeWaiting(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) await writeGroup(nextGroup());
  isWriting = false;
}

function nextGroup(): Delivery[] {
  let count = 0;
  // A single delivery may be larger; it is then written alone, and event-store.ts divides it.
  const end = waiting.findIndex(({ events }, index) => (count += events.length) > MOST_EVENTS && index > 0);
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

async function writeGroup(group: Delivery[]): Promise<void> {
  try {
    await recordEvents(group.flatMap(({ events }) => events));
    for (const delivery of group) delivery.resolve();
  } catch (error) {
    // One delivery that cannot be stored must not cost the others, so each is tried by itself: one after another, for side
    // by side they would take every connection of the pool.
    if (group.length === 1) group[0]?.reject(error);
    else for (const delivery of group) await writeGroup([delivery]);
  }
}
