import { beforeEach, expect, it, vi } from 'vitest';
import type { SessionSnapshot } from './call-plan';
import { extendCall } from './extend-call';
import { createStore } from './store';

// Our site with one meeting, of which the panel may know an older end.

const MINUTES = 60_000;
const at = (minutes: number) => Date.UTC(2026, 0, 5, 12) + minutes * MINUTES;
let endsAtMs: number;
let isThere: boolean;

beforeEach(() => {
  isThere = true;
  vi.stubGlobal('fetch', async (_path: string, { method, body }: RequestInit) => {
    if (!isThere) throw new TypeError('no network');
    if (method === 'PATCH') endsAtMs = Date.parse((JSON.parse(String(body)) as { validUntil: string }).validUntil);
    const [validFrom, validUntil] = [at(-60), endsAtMs].map((ms) => new Date(ms).toISOString());
    return Response.json({ alias: 'meet-a', topic: null, state: 'open', validFrom, validUntil, serverTime: validFrom });
  });
  return () => vi.unstubAllGlobals();
});

async function extend(knownMs: number) {
  const meeting = { alias: 'meet-a', hostKey: 'key', role: 'host', callTag: '', validUntilMs: knownMs } as const;
  const store = createStore<SessionSnapshot>({ call: { phase: 'lobby' }, displayName: '', meeting, skewMs: 0 });
  const line = { target: { alias: 'meet-a', hostKey: 'key' } } as Parameters<typeof extendCall>[0]['line'];
  const answer = await extendCall({ line, store }, 15 * MINUTES);
  return [answer?.ok, store.get().meeting?.validUntilMs];
}

it('moves the end by what was asked', async () => {
  endsAtMs = at(0);
  expect(await extend(at(0))).toEqual([true, at(15)]);
  expect(endsAtMs).toBe(at(15));
});

it('never brings back an end that another host has moved further meanwhile', async () => {
  endsAtMs = at(60);
  expect(await extend(at(0))).toEqual([true, at(60)]);
  expect(endsAtMs).toBe(at(60));
});

it('changes nothing where our site does not answer', async () => {
  [endsAtMs, isThere] = [at(0), false];
  expect(await extend(at(0))).toEqual([false, at(0)]);
});
