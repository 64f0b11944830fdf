import { expect, it } from 'vitest';
import { qualitySpans, timeByQuality } from './quality-spans';

const change = (at: number, quality: number) => ({ at: new Date(at).toISOString(), quality });

it('covers a stay without gaps, unknown until the first report', () => {
  expect(qualitySpans([change(30, 1), change(60, 3)], 10, 100)).toEqual([
    { from: 10, to: 30, quality: 0 },
    { from: 30, to: 60, quality: 1 },
    { from: 60, to: 100, quality: 3 },
  ]);
  expect(qualitySpans([], 10, 100)).toEqual([{ from: 10, to: 100, quality: 0 }]);
});

it('takes reports in the order of their time, one after the other of the same quality as one', () => {
  expect(qualitySpans([change(60, 2), change(20, 1), change(40, 1)], 0, 100)).toEqual([
    { from: 0, to: 20, quality: 0 },
    { from: 20, to: 60, quality: 1 },
    { from: 60, to: 100, quality: 2 },
  ]);
});

it('keeps to the stay, whatever was reported outside of it', () => {
  expect(qualitySpans([change(5, 2), change(500, 4)], 10, 100)).toEqual([{ from: 10, to: 100, quality: 2 }]);
});

it('adds up how long each quality lasted, the worst first', () => {
  const spans = qualitySpans([change(10, 1), change(20, 4), change(30, 1)], 0, 100);
  expect(timeByQuality(spans)).toEqual([
    { quality: 4, ms: 10 },
    { quality: 1, ms: 80 },
  ]);
});
