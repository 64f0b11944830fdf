import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { sharedLook } from './shared-look';

it('is one reading for all who ask in one moment, each thing once', async () => {
  const readings: string[][] = [];
  const look = sharedLook((wanted: string[]) => Promise.resolve(readings.push(wanted)));
  const seen = await Promise.all(['a', 'b', 'a', 'c'].map(look));
  expect(readings).toEqual([['a', 'b', 'c']]);
  expect(seen).toEqual([1, 1, 1, 1]);
});

it('shows nobody what was read before they asked, and reads once at a time', async () => {
  let atOnce = 0;
  let state = 'old';
  const steps = new EventEmitter();
  const released = once(steps, 'released');
  const began = once(steps, 'began');
  const look = sharedLook(async () => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    const seen = state;
    steps.emit('began');
    await released;
    atOnce -= 1;
    return seen;
  });
  const first = look('a');
  await began;
  state = 'new';
  const second = Promise.all([look('b'), look('c')]);
  setTimeout(() => steps.emit('released'), 300);
  expect(await first).toBe('old');
  expect(await second).toEqual(['new', 'new']);
});

it('tells everybody who waits of a failure, and reads again for those who ask later', async () => {
  let fails = true;
  const look = sharedLook(() => (fails ? Promise.reject(new Error('away')) : Promise.resolve('back')));
  const both = await Promise.allSettled([look('a'), look('b')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await look('a')).toBe('back');
});
