import { expect, test } from 'vitest';
import { RequestLimit } from './request-limit';

test('so many requests pass in any sixty seconds, and refused ones do not count', () => {
  const limit = new RequestLimit(2);
  expect([0, 30_000, 30_001, 59_999].map((now) => limit.admits(now))).toEqual([true, true, false, false]);
  expect([60_000, 60_001, 90_000].map((now) => limit.admits(now))).toEqual([true, false, true]);
});
