import { expect, test } from 'vitest';
import { BatchSize } from './batch-size';

/** How many batches it takes until the one at fault is alone, and those before it are applied. */
function batchesUntilAlone(culprit: number): number {
  const size = new BatchSize();
  let first = 0;
  for (let batches = 1; ; batches += 1) {
    const count = size.get();
    const isIn = culprit >= first && culprit < first + count;
    if (isIn && count === 1) return first === culprit ? batches : NaN;
    if (isIn) size.failed(count);
    else size.applied(count);
    if (!isIn) first += count;
  }
}

test('the one at fault is soon alone, wherever it is', () => {
  for (const culprit of [0, 1, 17, 124, 125, 313, 499]) expect(batchesUntilAlone(culprit)).toBeLessThan(25);
});

test('once all of the batch that failed are through, as many as ever are taken', () => {
  const size = new BatchSize();
  size.failed(500);
  expect(size.get()).toBe(125);
  for (let part = 0; part < 4; part += 1) size.applied(125);
  expect(size.get()).toBe(500);
});
