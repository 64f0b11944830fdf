import { expect, it } from 'vitest';
import { forgetRemoval, recentRemovals, rememberRemoval } from './removals';

function memory(content: string | null = null) {
  return { getItem: () => content, setItem: (_key: string, value: string) => void (content = value) };
}

it('what was removed is remembered for half a minute, and not when it was not removed after all', () => {
  const tab = memory();
  rememberRemoval(tab, 'a', 0);
  rememberRemoval(tab, 'b', 10_000);
  expect([...recentRemovals(tab, 20_000)]).toEqual(['a', 'b']);
  expect([...recentRemovals(tab, 30_000)]).toEqual(['b']);
  forgetRemoval(tab, 'b', 20_000);
  expect([...recentRemovals(tab, 20_000)]).toEqual(['a']);
});

it.each(['nonsense', '{}', '[1,["a"],null]', ''])('a memory that holds %j holds nothing', (content) => {
  expect(recentRemovals(memory(content), 0).size).toBe(0);
});

it('a browser that forbids it costs nothing else', () => {
  const forbid = () => {
    throw new Error('SecurityError');
  };
  const forbidden = { getItem: forbid, setItem: forbid };
  rememberRemoval(forbidden, 'a', 0);
  expect(recentRemovals(forbidden, 0).size).toBe(0);
});
