import { beforeEach, describe, expect, it, vi } from 'vitest';
import { silentCall } from '@/lib/testing/silent-call';
import { hangingUp, type HangingUp } from './farewell';

// Hanging up blocks the page for as long as the node takes (pexrtc.md §8), so what the page has to say is painted first.

let done: string[];
let paint: () => void;
let isNodeThere: boolean;
let ending: HangingUp;

beforeEach(() => {
  vi.useFakeTimers();
  [done, paint, isNodeThere] = [[], () => {}, false];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => (paint = run));
  vi.stubGlobal('fetch', async () => {
    if (!isNodeThere) throw new TypeError('Failed to fetch');
    return new Response();
  });
  const call = { ...silentCall, hangUp: () => void done.push('hung up'), endForAll: () => void done.push('for all') };
  ending = hangingUp(call, { origin: 'https://node', host: 'node' });
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

describe('hanging up', () => {
  it('comes behind the paint that says so, and not before or in it', () => {
    ending.begin('soon');
    expect(done).toEqual([]);
    paint();
    expect(done).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(done).toEqual(['hung up']);
    vi.advanceTimersByTime(1_000);
    expect(done).toEqual(['hung up']);
  });

  it('does not wait for a paint in a page in the background', () => {
    ending.begin('soon');
    vi.advanceTimersByTime(149);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['hung up']);
  });

  it('is done there and then when the page goes, and once', () => {
    ending.begin('soon');
    window.dispatchEvent(new Event('pagehide'));
    expect(done).toEqual(['hung up']);
    paint();
    vi.advanceTimersByTime(1_000);
    expect(done).toEqual(['hung up']);
  });

  it('for everybody asks the node first, and leaves it three seconds: our token is part of that', () => {
    ending.begin('for-all');
    vi.advanceTimersByTime(2_999);
    expect(done).toEqual(['for all']);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['for all', 'hung up']);
  });

  it('of a node that is out of reach waits until it is back', async () => {
    ending.begin('when-there');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([]);
    isNodeThere = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(done).toEqual(['hung up']);
  });

  it('is given up once the node has dropped the token by itself', async () => {
    ending.begin('when-there');
    await vi.advanceTimersByTimeAsync(123_000);
    isNodeThere = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual([]);
  });
});
