import { beforeEach, expect, it, vi } from 'vitest';
import { findRejoin } from './find-rejoin';
import { REJOIN_KEY } from './rejoin-key';

const MINUTE = 60_000;
const START = Date.parse('2026-01-01T09:00:00Z');
const call = { alias: 'meet-a', displayName: 'Dana', hostKey: null, isMicrophoneOn: true, isCameraOn: true };
const memory = { ...call, atMs: START };

let kept: Map<string, string>;
let endsAtMs: number;
let state: string;
let isOver: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  [kept, endsAtMs, state, isOver] = [
    new Map([[REJOIN_KEY, JSON.stringify(memory)]]),
    START + 30 * MINUTE,
    'open',
    false,
  ];
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
  };
  vi.stubGlobal('window', { sessionStorage });
  vi.stubGlobal('fetch', async () => {
    const [serverTime, validUntil] = [new Date().toISOString(), new Date(endsAtMs).toISOString()];
    return Response.json({ alias: 'meet-a', topic: null, state, validFrom: serverTime, serverTime, validUntil });
  });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const find = () => findRejoin(() => void (isOver = true));
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * MINUTE);

it('a call whose meeting is open is offered until its end', async () => {
  expect(await find()).toEqual(memory);
  await minutes(29);
  expect(isOver).toBe(false);
  state = 'ended';
  await minutes(1);
  expect(isOver).toBe(true);
});

it('an end that was moved is waited for', async () => {
  await find();
  endsAtMs += 15 * MINUTE;
  await minutes(40);
  expect(isOver).toBe(false);
  state = 'ended';
  await minutes(5);
  expect(isOver).toBe(true);
});

it('what ends in a month is offered all the same', async () => {
  endsAtMs = START + 30 * 24 * 60 * MINUTE;
  await find();
  await minutes(1);
  expect(isOver).toBe(false);
});

it('a call whose meeting is over is forgotten', async () => {
  state = 'ended';
  expect([await find(), kept.size]).toEqual([null, 0]);
});

it('a call that cannot be asked about is not offered, and not forgotten', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect([await find(), kept.size]).toEqual([null, 1]);
});
