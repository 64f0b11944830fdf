import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { atMost } from './at-most';

it('lets so many be at it, everybody in turn, and a failure makes room as well', async () => {
  const inTurn = atMost(2);
  const begun: number[] = [];
  let atOnce = 0;
  let most = 0;
  const work = (index: number) => async () => {
    begun.push(index);
    most = Math.max(most, (atOnce += 1));
    await pause(5);
    atOnce -= 1;
    if (index % 3 === 0) throw new Error('failed');
    return index;
  };
  const done = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => inTurn(work(index))));
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(2);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
});
