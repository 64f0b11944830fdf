import { expect, test } from 'vitest';
import { HeldBack } from './held-back';

test('what fails alone is left out, and tried again at once when others are done', () => {
  const held = new HeldBack();
  expect(held.failed(7n, 0)).toBe(false);
  expect(held.ids()).toEqual([7n]);
  expect(held.due(0)).toBe(7n);
  held.applied([7n]);
  expect(held.ids()).toEqual([]);
});

test('what an outage holds up is never given up, however often it is tried', () => {
  const held = new HeldBack();
  for (let now = 0; now < 10_000; now += 1) expect(held.failed(7n, now)).toBe(false);
  expect(held.due(10_000)).toBe(7n);
});

test('one that fails while others are applied rests longer and longer, and is given up', () => {
  const held = new HeldBack();
  const tried: number[] = [];
  held.failed(7n, 0);
  for (let now = 0, isGivenUp = false; !isGivenUp; now += 1_000) {
    held.applied([8n]);
    if (held.due(now) === null) continue;
    tried.push(now / 1_000);
    isGivenUp = held.failed(7n, now);
  }
  expect(tried.slice(0, 9)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
  expect(tried).toHaveLength(19);
});

test('of very many that fail only some are left out: the others wait', () => {
  const held = new HeldBack();
  for (let id = 0n; id < 1_000n; id += 1n) held.failed(id, 0);
  expect(held.ids()).toHaveLength(100);
});

test('one that fails each time keeps no other from being tried, also where nothing else is applied', () => {
  const held = new HeldBack();
  held.failed(7n, 0);
  held.failed(8n, 0);
  held.failed(held.due(0)!, 0);
  expect(held.due(0)).toBe(8n);
});

test('while others never end, one is tried every ten seconds, and the next at once when it was applied', () => {
  const held = new HeldBack();
  for (const id of [7n, 8n, 9n]) held.failed(id, 0);
  held.applied([1n]);
  expect(held.overdue(0)).toBe(7n);
  held.failed(7n, 0);
  held.failed(10n, 9_999);
  expect(held.overdue(9_999)).toBeNull();
  expect(held.overdue(10_000)).toBe(8n);
  held.applied([8n]);
  expect(held.overdue(10_000)).toBe(9n);
});

test('while others are not applied either, none is tried instead of them', () => {
  const held = new HeldBack();
  held.failed(7n, 0);
  expect(held.overdue(60_000)).toBeNull();
});
