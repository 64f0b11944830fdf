import { beforeEach, expect, it, vi } from 'vitest';
import { stubDocument, type FakeScript } from '@/lib/testing/scripted-document';
import { loadScript } from './load-script';

let scripts: FakeScript[];
let url: string;
let count = 0;

beforeEach(() => {
  vi.useFakeTimers();
  scripts = stubDocument();
  url = `https://node-${++count}/script.js`; // what is loaded stays so for the page's life
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

it('asks once, however many wait for it and whoever comes later', async () => {
  const both = [loadScript(url), loadScript(url)];
  scripts[0]!.onload!();
  expect([await Promise.all(both), await loadScript(url)]).toEqual([[true, true], true]);
  expect(scripts.map(({ src }) => src)).toEqual([url]);
});

it('what could not be had is taken off the page, and asked for again', async () => {
  const first = loadScript(url);
  scripts[0]!.onerror!();
  expect([await first, scripts[0]!.isThere]).toEqual([false, false]);
  const second = loadScript(url);
  scripts[1]!.onload!();
  expect([await second, scripts[1]!.isThere]).toEqual([true, true]);
});

it('a host that says nothing is given up after fifteen seconds', async () => {
  const loading = loadScript(url);
  let isLoaded: boolean | null = null;
  void loading.then((it) => (isLoaded = it));
  await vi.advanceTimersByTimeAsync(14_999);
  expect(isLoaded).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(isLoaded).toBe(false);
});
