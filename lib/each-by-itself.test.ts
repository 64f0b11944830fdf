import { expect, test } from 'vitest';
import { eachByItself } from './each-by-itself';

test('every step is done in its order, whatever became of those before it, and what failed is told at the end', async () => {
  const done: string[] = [];
  const steps = {
    erasing: () => Promise.resolve(done.push('erasing')),
    reading: () => Promise.reject(new Error('too slow')),
    deleting: () => Promise.resolve(done.push('deleting')),
    writing: () => Promise.reject(new Error('no room')),
  };
  await expect(eachByItself(steps)).rejects.toThrow('reading failed: too slow; writing failed: no room');
  expect(done).toEqual(['erasing', 'deleting']);
});

test('where nothing fails it says nothing', async () => {
  await expect(eachByItself({ one: () => Promise.resolve() })).resolves.toBeUndefined();
});
