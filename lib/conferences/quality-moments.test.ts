import { expect, test } from 'vitest';
import { changesDuring, isDuring, lastMoment, momentsDuring, type MediaSpan } from './quality-moments';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const span = (since: number | null, until: number | null, left = until): MediaSpan => ({
  mediaSince: since === null ? null : at(since),
  mediaUntil: until === null ? null : at(until),
  disconnectedAt: left === null ? null : at(left),
});
const moment = (minute: number, quality: number) => ({ legId: 'leg', at: at(minute), quality });
const plain = (moments: { at: Date; quality: number }[]) => moments.map((one) => [one.at.getUTCMinutes(), one.quality]);
const told = [moment(3, 4), moment(15, 1), moment(25, 2)];

test('a stay begins with what was told last before it, and the first one with nothing', () => {
  expect(plain(momentsDuring(span(10, 20), told))).toEqual([
    [10, 4],
    [15, 1],
  ]);
  expect(plain(momentsDuring(span(10, null), [moment(4, 1), moment(3, 4)]))).toEqual([[10, 1]]);
  expect(plain(momentsDuring(span(null, 10), told))).toEqual([[3, 4]]);
  expect(momentsDuring(span(1, 2), told)).toEqual([]);
});

test('of several at once the worst is the last', () => {
  expect(lastMoment([moment(3, 1), moment(3, 4), moment(3, 2), moment(1, 4)])).toEqual(moment(3, 4));
  expect(lastMoment([])).toBeNull();
});

test('between stays nothing is known, whatever was told meanwhile', () => {
  expect(plain(changesDuring([span(20, null), span(null, 10)], told))).toEqual([
    [3, 4],
    [10, 0],
    [20, 1],
    [25, 2],
  ]);
  expect(plain(changesDuring([span(null, 10, 5)], told))).toEqual([
    [3, 4],
    [5, 0],
  ]);
});

test('two stays one directly after the other are one, and where nothing was told none ends', () => {
  expect(plain(changesDuring([span(10, 20), span(20, null)], [moment(3, 4)]))).toEqual([
    [10, 4],
    [20, 4],
  ]);
  expect(changesDuring([span(10, 20)], [])).toEqual([]);
});

test('a stay ends where the next begins', () => {
  expect([9, 10, 19, 20].map((minute) => isDuring(span(10, 20), at(minute)))).toEqual([false, true, true, false]);
});
