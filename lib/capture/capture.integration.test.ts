import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { captureRequest, closeCapture, flushCaptures } from './capture-request';
import { deleteAllCaptures, insertCaptures, trimCaptures } from './capture-store';
import { ageOutCaptures, captureReport, changeCapture, clearCaptures, noteDownload } from './control-capture';
import { isCapturing } from './current-capture';
import { downloadCaptures } from './download-captures';

let agent: SignedInAgent;

beforeAll(async () => {
  await testDatabase();
  agent = await database().agent.create({ data: { email: 'a@example.com', name: 'A', passwordHash: 'none' } });
});

afterAll(closeCapture);

beforeEach(() => deleteAllCaptures());

const HOUR = 60 * 60_000;
const SOON = { timeout: 10_000, interval: 20 };
const asked = (query: string) => ({ method: 'GET', path: '/policy/v1/registrations', query, status: 200 });
const turn = async (minutes: number | null, now = new Date()) => {
  await changeCapture(minutes, agent, now);
  const isOn = minutes !== null && now.getTime() + minutes * 60_000 > Date.now();
  await expect.poll(() => isCapturing(new Date()), SOON).toBe(isOn);
};
const downloaded = async () => {
  const text = await new Response(downloadCaptures()).text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the capture', () => {
  it('is off until somebody turns it on, and then keeps what comes, secrets removed', async () => {
    captureRequest('policy', asked('q=before'));
    await flushCaptures();
    expect((await captureReport(new Date())).policyRequests).toBe(0);

    await turn(15);
    captureRequest('policy', asked('q=a&third_party_passcode=47111'));
    const body = JSON.stringify({ event: 'x', data: { password: 'hunter2', odd: '\0\ud800' } });
    captureRequest('events', { ...asked(''), method: 'POST', body });
    await flushCaptures();
    expect(await downloaded()).toEqual([
      { at: expect.any(String), door: 'policy', ...asked('q=a&third_party_passcode=••••') },
      {
        at: expect.any(String),
        door: 'events',
        ...asked(''),
        method: 'POST',
        body: { event: 'x', data: { password: '••••', odd: '\u{fffd}\u{fffd}' } },
      },
    ]);

    await turn(null);
    captureRequest('policy', asked('q=after'));
    await flushCaptures();
    expect(await captureReport(new Date())).toMatchObject({ until: null, policyRequests: 1, eventRequests: 1 });
  });

  it('has the first request after it was turned on, without one before that woke it', async () => {
    // However long we wait on a slow machine: in the end it knows by itself, or it never does.
    let isFirstKept = false;
    for (let waitMs = 500; !isFirstKept && waitMs <= 8_000; waitMs *= 2) {
      await turn(null);
      await changeCapture(15, agent, new Date());
      await sleep(waitMs);
      captureRequest('policy', asked('q=first'));
      await flushCaptures();
      isFirstKept = (await captureReport(new Date())).policyRequests === 1;
    }
    expect(isFirstKept).toBe(true);
    await turn(null);
  });

  it('turns itself off', async () => {
    const now = new Date();
    await turn(15, now);
    const end = now.getTime() + 15 * 60_000;
    expect(isCapturing(new Date(end - 1))).toBe(true);
    expect(isCapturing(new Date(end))).toBe(false);
    expect((await captureReport(new Date(end - 1))).until).toBe(new Date(end).toISOString());
    expect((await captureReport(new Date(end))).until).toBeNull();
    await turn(null);
  });

  it('writes by itself, without being asked to', async () => {
    await turn(15);
    captureRequest('policy', asked('q=by-itself'));
    await expect.poll(async () => (await captureReport(new Date())).policyRequests, SOON).toBe(1);
    await turn(null);
  });

  it('takes no more at once than it can hold', async () => {
    await turn(15);
    for (let time = 0; time < 1_500; time += 1) captureRequest('policy', asked(`q=${time}`));
    await flushCaptures();
    expect((await captureReport(new Date())).policyRequests).toBe(1_000);
    await turn(null);
  });
});

describe('what was captured', () => {
  const rows = (count: number, query: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => ({
      at: new Date(),
      door: 'policy' as const,
      content: asked(query(index)),
    }));
  const queries = async () => (await downloaded()).map(({ query }) => query);

  it('is bounded in rows, and the oldest go', async () => {
    await insertCaptures(rows(6, (index) => `q=${index}`));
    await trimCaptures({ rows: 6, bytes: 1_000_000 });
    expect(await queries()).toHaveLength(6);
    await trimCaptures({ rows: 4, bytes: 1_000_000 });
    expect(await queries()).toEqual(['q=2', 'q=3', 'q=4', 'q=5']);
  });

  it('is bounded in bytes, and the oldest go', async () => {
    // Digits that do not compress, since what is stored counts.
    const noise = () => Array.from({ length: 1_500 }, () => Math.random().toString(36).at(-1)).join('');
    await insertCaptures(rows(10, (index) => `${index}=${noise()}`));
    await trimCaptures({ rows: 100, bytes: 5_000 });
    const kept = (await queries()).map((query) => String(query)[0]);
    expect(kept.at(-1)).toBe('9');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(5);
    expect((await captureReport(new Date())).bytes).toBeLessThanOrEqual(5_000);
  });

  it('never grows beyond its bounds while it is on', async () => {
    await insertCaptures(rows(17_500, (index) => `q=${index}`));
    await turn(15);
    // More than it takes to look at the bounds again, in batches as they come.
    for (let batch = 0; batch < 3; batch += 1) {
      for (let time = 0; time < 1_000; time += 1) captureRequest('policy', asked(`q=new-${batch}-${time}`));
      await flushCaptures();
      expect((await captureReport(new Date())).policyRequests).toBeLessThanOrEqual(20_000);
    }
    const newest = await database().capturedRequest.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(newest.content).toMatchObject({ query: 'q=new-2-999' });
    await turn(null);
  });

  it('is gone after a day', async () => {
    const now = new Date();
    const [old, recent] = rows(2, (index) => `q=${index}`);
    await insertCaptures([
      { ...old!, at: new Date(now.getTime() - 25 * HOUR) },
      { ...recent!, at: new Date(now.getTime() - 23 * HOUR) },
    ]);
    await ageOutCaptures(now);
    expect(await queries()).toEqual(['q=1']);
  });

  it('is downloaded whole, in order, and without what arrives meanwhile', async () => {
    await insertCaptures(rows(103, (index) => `q=${index}`));
    const reader = downloadCaptures().getReader();
    const first = await reader.read();
    await insertCaptures(rows(5, () => 'late'));
    let text = new TextDecoder().decode(first.value);
    for (let part = await reader.read(); !part.done; part = await reader.read())
      text += new TextDecoder().decode(part.value);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { query: string }).query);
    expect(lines).toEqual(Array.from({ length: 103 }, (_, index) => `q=${index}`));
  });

  it('is gone when it is cleared, also what waits to be written', async () => {
    await turn(15);
    captureRequest('policy', asked('q=written'));
    await flushCaptures();
    captureRequest('policy', asked('q=waiting'));
    await clearCaptures(agent, new Date());
    await turn(60);
    await flushCaptures();
    expect(await captureReport(new Date())).toMatchObject({ policyRequests: 0 });
    captureRequest('policy', asked('q=later'));
    await flushCaptures();
    expect((await downloaded()).map(({ query }) => query)).toEqual(['q=later']);
  });

  it('is an empty download when there is nothing', async () => {
    expect(await downloaded()).toEqual([]);
  });
});

it('who turned it on and off, took what was kept and deleted it, is written down', async () => {
  await database().auditEntry.deleteMany();
  await turn(15);
  await insertCaptures([{ at: new Date(), door: 'policy', content: asked('q=a') }]);
  await noteDownload(agent);
  await clearCaptures(agent, new Date());
  await turn(null);
  expect(await downloaded()).toEqual([]);
  const entries = await database().auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(entries.map(({ actor, action, detail }) => [actor, action, detail])).toEqual([
    ['A', 'capture.turned-on', { minutes: 15 }],
    ['A', 'capture.downloaded', null],
    ['A', 'capture.deleted', { requests: 1 }],
    ['A', 'capture.turned-off', null],
  ]);
});
