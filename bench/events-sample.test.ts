import { expect, it } from 'vitest';
import { readDelivery } from '@/lib/events/read-delivery';
import { LEGS, sampleDelivery, sampleEvent } from './events-sample';

const STARTED_AT = 1_760_000_000;

it('every event is another one, about its own leg, and said in full', () => {
  const numbers = [0, 1, LEGS - 1, LEGS, LEGS + 1, 7 * LEGS];
  const events = numbers.flatMap((number) => readDelivery(sampleEvent(number, STARTED_AT)));
  expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(numbers.length);
  expect(new Set(events.map(({ subject }) => subject)).size).toBe(3);
  for (const { content, unreadableReason } of events) {
    expect(unreadableReason).toBeNull();
    const { data } = JSON.parse(content) as { data: object };
    expect(Object.keys(data).length).toBeGreaterThanOrEqual(35);
  }
});

it('a bulk holds the very events that would be sent one by one', () => {
  const keys = (body: string) => readDelivery(body).map(({ dedupeKey }) => dedupeKey);
  const singles = Array.from({ length: 100 }, (_, index) => sampleEvent(500 + index, STARTED_AT));
  expect(keys(sampleDelivery(500, 100, STARTED_AT))).toEqual(singles.flatMap(keys));
});
