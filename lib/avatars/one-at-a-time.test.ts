import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time';

it('work is done in turn, and a failure keeps nobody behind it', async () => {
  const running: string[] = [];
  let most = 0;
  const work = (name: string, outcome: () => string) =>
    oneAtATime(async () => {
      running.push(name);
      most = Math.max(most, running.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running.splice(running.indexOf(name), 1);
      return outcome();
    });
  const fail = () => {
    throw new Error('broken');
  };
  const results = await Promise.allSettled([work('a', () => 'a'), work('b', fail), work('c', () => 'c')]);
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
    'a',
    'failed',
    'c',
  ]);
  expect(most).toBe(1);
});
