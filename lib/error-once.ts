import { LRUCache } from 'lru-cache';

/** Bounded: a table full of bad rows must not fill our memory. */
const said = new LRUCache<string, true>({ max: 1_000 });

/** Logs an error about a row that many answers meet, once and not again for each of them. */
export function errorOnce(message: string): void {
  if (said.has(message)) return;
  said.set(message, true);
  console.error(message);
}
