import { isAboutContent, isDatabaseUnreachable } from '@/lib/db/prisma-errors';
import { deliveriesWereStored } from './projector';
import type { DeliveredEvent } from './read-delivery';
import { storeEvents } from './store-events';

interface Delivery {
  events: readonly DeliveredEvent[];
  /** Every writer was at work when it came. */
  isLate: boolean;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Written together: enough that a flood costs few statements, few enough that none takes long. */
const MOST_EVENTS = 500;
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** Writes under way at once: while the database makes one durable, the next is read, hashed and sent. */
const AT_ONCE = 2;

let waiting: Delivery[] = [];
let writing = 0;
let isScheduled = false;

/**
 * Stores a delivery; resolves once it is durable and rejects when it could not be stored. What arrives while writes are
 * under way goes into the next one together. So the sink takes two connections however many nodes report at once, and
 * never the ones that policy requests need.
 */
export function recordTogether(events: readonly DeliveredEvent[]): Promise<void> {
  return new Promise((resolve, reject) => {
    waiting.push({ events, isLate: writing >= AT_ONCE, resolve, reject });
    schedule();
  });
}

function schedule(): void {
  if (isScheduled || writing >= AT_ONCE || waiting.length === 0) return;
  isScheduled = true;
  // After this turn of the event loop: whatever else arrived in it comes along.
  setImmediate(() => {
    isScheduled = false;
    void writeNext();
  });
}

async function writeNext(): Promise<void> {
  writing += 1;
  const group = nextGroup();
  schedule();
  await writeGroup(group);
  writing -= 1;
  schedule();
}

function nextGroup(): Delivery[] {
  let events = 0;
  let characters = 0;
  // A single delivery may be larger; it is then written alone, and store-events.ts divides it.
  const end = waiting.findIndex((delivery, index) => {
    events += delivery.events.length;
    for (const { content } of delivery.events) characters += content.length;
    return index > 0 && (events > MOST_EVENTS || characters > MOST_CHARACTERS);
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

async function writeGroup(group: Delivery[]): Promise<void> {
  try {
    await storeEvents(group.flatMap(({ events }) => events));
    deliveriesWereStored(group.length, group.filter(({ isLate }) => isLate).length);
    for (const { resolve } of group) resolve();
  } catch (error) {
    if (isDatabaseUnreachable(error)) return refuse([...group, ...takeWaiting()], error);
    if (group.length === 1 || !isAboutContent(error)) return refuse(group, error);
    // One delivery that cannot be stored must not cost the others: halved until it is found, one half after the other, for
    // side by side they would take every connection of the pool.
    const middle = Math.ceil(group.length / 2);
    await writeGroup(group.slice(0, middle));
    await writeGroup(group.slice(middle));
  }
}

/** Who waits behind an outage is told at once, and not after a time-out of their own: a node gives up after seven seconds. */
function takeWaiting(): Delivery[] {
  const all = waiting;
  waiting = [];
  return all;
}

function refuse(group: Delivery[], error: unknown): void {
  for (const { reject } of group) reject(error);
}
