import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BEAT_MS } from '@/lib/live/live-meeting';
import { followLiveList, type Live } from './follow-live-list';

/** What a browser has for server-sent events, told by the test what it hears. */
class ScriptedSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: ScriptedSource[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    ScriptedSource.all.push(this);
  }
  close() {
    this.readyState = ScriptedSource.CLOSED;
  }
  hear(type: string, data = '{}', lastEventId = '') {
    if (this.readyState !== ScriptedSource.CLOSED) this.dispatchEvent(new MessageEvent(type, { data, lastEventId }));
  }
}

const list = { serverTime: '2026-07-01T12:00:00.000Z', meetings: [] };
let live: Live;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', ScriptedSource);
  ScriptedSource.all = [];
  live = { list, skewMs: 0, connection: 'live' };
  stop = followLiveList((change) => (live = change(live)));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const newest = () => ScriptedSource.all.at(-1)!;

test('a connection on which nothing is heard for some beats is said to be lost, and made anew where it was', () => {
  newest().hear('snapshot', JSON.stringify(list), 'abc-7');
  vi.advanceTimersByTime(3 * BEAT_MS);
  expect(live.connection).toBe('reconnecting');
  expect(ScriptedSource.all.map(({ url, readyState }) => [url, readyState])).toEqual([
    ['/api/live', 2],
    ['/api/live?since=abc-7', 1],
  ]);
  newest().hear('changes', JSON.stringify({ ...list, removed: [] }), 'abc-7');
  expect(live.connection).toBe('live');
});

test('beats alone keep it, for as long as they come', () => {
  newest().hear('snapshot', JSON.stringify(list), 'abc-7');
  for (let beat = 0; beat < 20; beat += 1) {
    vi.advanceTimersByTime(BEAT_MS);
    newest().hear('beat');
  }
  expect([live.connection, ScriptedSource.all.length]).toEqual(['live', 1]);
});

test('where nothing answers it is tried again and again, one connection at a time', () => {
  vi.advanceTimersByTime(40 * BEAT_MS);
  expect(live.connection).toBe('reconnecting');
  expect(ScriptedSource.all.length).toBeGreaterThan(4);
  expect(ScriptedSource.all.filter(({ readyState }) => readyState !== ScriptedSource.CLOSED)).toHaveLength(1);
});

test('a list that takes a minute to come is waited for', () => {
  vi.advanceTimersByTime(3 * BEAT_MS);
  const slow = newest();
  vi.advanceTimersByTime(60_000);
  slow.hear('snapshot', JSON.stringify(list), 'abc-7');
  expect(live.connection).toBe('live');
});

test('a desk that cannot read what it is told, or is left, is silent for good', () => {
  newest().hear('snapshot', '{"meetings":"many"}', 'abc-8');
  expect(live.connection).toBe('outdated');
  stop();
  vi.advanceTimersByTime(10 * BEAT_MS);
  expect([live.connection, ScriptedSource.all.length]).toEqual(['outdated', 1]);
});

test('a server that refuses us as nobody is asked no more', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 401 })));
  newest().close();
  newest().dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(10 * BEAT_MS);
  expect([live.connection, ScriptedSource.all.length]).toEqual(['signed-out', 1]);
});
