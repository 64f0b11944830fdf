import { beforeEach, expect, it, vi } from 'vitest';
import { stubDocument, type FakeScript } from '@/lib/testing/scripted-document';
import { loadScript } from './load-script';

let scripts: FakeScript[];
const [url, other] = ['https://node/script.js', 'https://other/script.js'];

beforeEach(() => {
  vi.useFakeTimers();
  scripts = stubDocument();
  return async () => {
    await vi.runAllTimersAsync();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

it('asks once, however many wait for it', async () => {
  const both = [loadScript(url), loadScript(url)];
  scripts[0]!.onload!();
  await Promise.all(both);
  expect(scripts.map(({ src }) => src)).toEqual([url]);
});

it.each(['onload', 'onerror'] as const)('asks again after %s, for what came may not have been it', async (end) => {
  for (const number of [0, 1]) {
    const loading = loadScript(url);
    scripts[number]![end]!();
    await loading;
  }
  expect(scripts).toHaveLength(2);
});

it('a host that says nothing is given up after fifteen seconds, and what it sends later never runs', async () => {
  const loading = loadScript(url);
  let isOver = false;
  void loading.then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(14_999);
  expect([isOver, scripts[0]!.isWanted]).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(1);
  expect([isOver, scripts[0]!.isWanted]).toEqual([true, false]);
});

it('one that is still on its way never runs once another is asked for: two would put their globals under each other', async () => {
  const first = loadScript(url);
  void loadScript(other);
  await first;
  expect(scripts.map(({ isWanted }) => isWanted)).toEqual([false, true]);
});
