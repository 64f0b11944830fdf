import { describe, expect, test } from 'vitest';
import { liveLog, readPosition, writePosition } from './live-log';

const text = (length: number) => new Uint8Array(length);

describe('the log', () => {
  test('holds every change since a version that it covers', () => {
    const log = liveLog('e', 10_000);
    const changes = [text(1), text(2), text(3)];
    for (const change of changes) log.add(change);
    expect(log.version).toBe(3);
    expect([1, 2, 3, 4].map((version) => log.entry(version))).toEqual([...changes, undefined]);
    expect([0, 3].map((version) => log.covers(version))).toEqual([true, true]);
  });

  test('covers no version that is yet to come, as that of a sequence which nobody wrote', () => {
    expect(liveLog('e', 1_000).covers(1)).toBe(false);
  });

  test('lets go of the oldest, and says so', () => {
    const log = liveLog('e', 1_000);
    for (let count = 0; count < 10; count += 1) log.add(text(100));
    const held = Array.from({ length: 11 }, (_, version) => log.entry(version)).filter(Boolean);
    expect(held).toHaveLength(3);
    expect([6, 7].map((version) => log.covers(version))).toEqual([false, true]);
  });

  test('keeps the latest change, however large', () => {
    const log = liveLog('e', 1_000);
    log.add(text(1));
    log.add(text(5_000));
    expect([0, 1, 2].map((version) => log.covers(version))).toEqual([false, true, true]);
  });

  test('is bounded although every change is tiny', () => {
    const log = liveLog('e', 10_000);
    for (let count = 0; count < 1_000; count += 1) log.add(text(1));
    expect(Array.from({ length: 1_001 }, (_, version) => log.entry(version)).filter(Boolean).length).toBeLessThan(50);
  });
});

test('a position is read as it was written', () => {
  const position = { epoch: '0a1b2c3d4e5f', version: 42 };
  expect(readPosition(writePosition(position))).toEqual(position);
});

test.each([null, '', '42', 'e-', '-1', 'xyz-1', 'e-1-2', 'e--1', `e-${'9'.repeat(16)}`])('%j is no position', (id) => {
  expect(readPosition(id)).toBeNull();
});
