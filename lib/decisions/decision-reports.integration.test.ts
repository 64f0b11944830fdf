import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { DecisionQuery } from './decision-reports-filter';
import { loadDecisions } from './decision-reports-store';
import { connectionSummary } from './decision-reports-summary';

beforeAll(testDatabase);

const NOW = new Date('2026-11-21T12:00:00.000Z');
const before = (ms: number) => new Date(NOW.getTime() - ms);
const MINUTE = 60_000;

function decision(changes: Partial<ReturnType<typeof anyDecision>>) {
  return { ...anyDecision(), ...changes };
}

function anyDecision() {
  const call = { request: 'service', alias: 'meet-a', location: 'Oslo', node: '192.0.2.1', protocol: 'api' };
  const answer = { caller: 'Dana', callerAlias: '', asked: '', outcome: 'configure', reason: 'open', latencyUs: 1_000 };
  return { id: randomUUID(), at: NOW, ...call, ...answer };
}

async function store(...rows: Parameters<typeof decision>[0][]) {
  const data = rows.map(decision);
  await database().policyDecision.createMany({ data });
  return data.map(({ id }) => id);
}

const list = (query: Record<string, string>) => loadDecisions(DecisionQuery.parse(query));
const idsOf = async (query: Record<string, string>) => (await list(query)).decisions.map(({ id }) => id);

describe('the list of decisions', () => {
  it('shows every decision once over all its pages, newest first, also those of one moment', async () => {
    // Three at each moment, so that pages end between equals.
    const rows = Array.from({ length: 130 }, (_, index) => ({ alias: 'paged', at: before(Math.floor(index / 3)) }));
    const ids = await store(...rows);
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list({ alias: 'paged', before: cursor });
      const times = page.decisions.map(({ at }) => at);
      expect(times).toEqual(times.toSorted().toReversed());
      seen.push(...page.decisions.map(({ id }) => id));
      sizes.push(page.decisions.length);
      cursor = page.before;
    }
    expect(sizes).toEqual([50, 50, 30]);
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it('finds an answer by alias however it was dialled, by link and by its own id', async () => {
    const [ours, foreign] = await store({ alias: 'meet-found' }, { alias: 'sip:Room@example.com' });
    for (const alias of ['meet-found', 'SIP:meet-FOUND@example.com', 'https://x.example/join/meet-found', ours!])
      expect(await idsOf({ alias })).toEqual([ours]);
    expect(await idsOf({ alias: 'sip:Room@example.com' })).toEqual([foreign]);
    expect(await idsOf({ alias: 'meet-foun' })).toEqual([]);
    expect(await idsOf({ alias: randomUUID() })).toEqual([]);
  });

  it('shows several forms of one alias in one order', async () => {
    const [old, middle, recent] = await store(
      { alias: 'sip:mixed@example.com', at: before(3) },
      { alias: 'mixed', at: before(2) },
      { alias: 'sip:mixed@example.com', at: before(1) },
    );
    expect(await idsOf({ alias: 'sip:mixed@example.com' })).toEqual([recent, middle, old]);
  });

  it('finds answers by the caller, with a scheme or without and in any case, never by a part or a pattern', async () => {
    const [old, recent] = await store(
      { caller: 'sip:Bo_1@example.com', outcome: 'reject', at: before(2) },
      { caller: 'bo_1@EXAMPLE.com', at: before(1) },
      { caller: 'boX1@example.com' },
    );
    for (const alias of ['bo_1@example.com', 'SIP:BO_1@example.com'])
      expect(await idsOf({ alias })).toEqual([recent, old]);
    expect(await idsOf({ alias: 'bo_1@example.com', outcome: 'refusals' })).toEqual([old]);
    expect(await idsOf({ alias: 'bo_1@example.com', request: 'location' })).toEqual([]);
    expect(await idsOf({ alias: 'bo_1@example.com', since: before(1).toISOString() })).toEqual([recent]);
    expect(await idsOf({ alias: 'bo_1' })).toEqual([]);
    expect(await idsOf({ alias: '%example.com' })).toEqual([]);
  });

  it('finds a caller who gave a name by their address too', async () => {
    const [id] = await store({ caller: 'Ann', callerAlias: 'sip:ann.lee@example.com', alias: 'meet-by-address' });
    for (const alias of ['Ann.Lee@example.com', 'sip:ann.lee@example.com'])
      expect(await idsOf({ alias })).toEqual([id]);
  });

  it('shows every answer to a caller once over all pages, also one whose alias is the caller', async () => {
    const ids = await store(
      ...Array.from({ length: 70 }, (_, index) => ({ caller: 'Often', at: before(Math.floor(index / 3)) })),
      { caller: 'Often', alias: 'Often', at: before(1) },
    );
    const first = await list({ alias: 'often' });
    const rest = await list({ alias: 'often', before: first.before! });
    const seen = [...first.decisions, ...rest.decisions].map(({ id }) => id);
    expect(first.decisions).toHaveLength(50);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(rest.before).toBeNull();
  });

  it('is followed without reading again what is older', async () => {
    const [, recent] = await store({ alias: 'follow', at: before(10) }, { alias: 'follow', at: before(5) });
    expect(await idsOf({ alias: 'follow', since: before(5).toISOString() })).toEqual([recent]);
  });

  it('narrows by what was answered and by what was asked', async () => {
    const [rejected, failed, , located] = await store(
      { alias: 'narrow', outcome: 'reject', at: before(1) },
      { alias: 'narrow', outcome: 'failed', at: before(2) },
      { alias: 'narrow', outcome: 'credentials', request: 'registration', at: before(3) },
      { alias: 'narrow', outcome: 'locate', request: 'location', at: before(4) },
    );
    expect(await idsOf({ alias: 'narrow', outcome: 'refusals' })).toEqual([rejected, failed]);
    expect(await idsOf({ alias: 'narrow', outcome: 'failed' })).toEqual([failed]);
    expect(await idsOf({ alias: 'narrow', request: 'location' })).toEqual([located]);
    expect(await idsOf({ alias: 'narrow', request: 'location', outcome: 'refusals' })).toEqual([]);
  });

  it('cannot be made to fail by what is typed', async () => {
    for (const alias of [
      '\0',
      '%00',
      '/join/%00',
      "'; drop table policy_decision; --",
      '\ud800',
      '[',
      '/join/%E0%A4%A',
    ])
      expect(await idsOf({ alias: `x${alias}` })).toEqual([]);
  });
});

/** The summary with figures that no other test has read: those of days ago are not shared with it. */
async function freshSummary() {
  await connectionSummary(before(48 * 60 * MINUTE));
  return connectionSummary(NOW);
}

describe('the summary', () => {
  it('says how fast we were in the last hour, and over how many answers', async () => {
    await database().policyDecision.deleteMany();
    const hundred = Array.from({ length: 100 }, (_, index) => ({ latencyUs: (index + 1) * 100, at: before(MINUTE) }));
    await store(...hundred, { latencyUs: 5_000_000, at: before(61 * MINUTE) });
    const { latency } = await freshSummary();
    expect(latency).toMatchObject({ decisions: 100, isBounded: false, since: before(60 * MINUTE).toISOString() });
    expect(latency!.p50Us).toBeCloseTo(5_050);
    expect(latency!.p95Us).toBeCloseTo(9_505);
    expect(latency!.p99Us).toBeCloseTo(9_901);
  });

  it('counts reasons of the last day, the most frequent first', async () => {
    await database().policyDecision.deleteMany();
    await store(
      { reason: 'open' },
      { reason: 'open', at: before(20 * 60 * MINUTE) },
      { reason: 'ended', outcome: 'reject' },
      { reason: 'long ago', at: before(25 * 60 * MINUTE) },
    );
    const { answers } = await freshSummary();
    expect(answers).toEqual({
      decisions: 3,
      since: before(24 * 60 * MINUTE).toISOString(),
      isBounded: false,
      reasons: [
        { request: 'service', outcome: 'configure', reason: 'open', decisions: 2 },
        { request: 'service', outcome: 'reject', reason: 'ended', decisions: 1 },
      ],
    });
  });

  it('counts all answers even where there are more reasons than it lists', async () => {
    await database().policyDecision.deleteMany();
    await store(...Array.from({ length: 60 }, (_, index) => ({ reason: `reason ${index}` })));
    const { answers } = await freshSummary();
    expect(answers).toMatchObject({ decisions: 60 });
    expect(answers!.reasons).toHaveLength(40);
  });

  it('shares its figures for ten seconds', async () => {
    await database().policyDecision.deleteMany();
    await store({});
    const after = async (ms: number) => (await connectionSummary(new Date(NOW.getTime() + ms))).latency?.decisions;
    expect((await freshSummary()).latency?.decisions).toBe(1);
    await store({});
    expect(await after(9_999)).toBe(1);
    expect(await after(10_000)).toBe(2);
  });

  it('has no figures where nothing was answered', async () => {
    await database().policyDecision.deleteMany();
    expect(await freshSummary()).toMatchObject({ nodes: [], latency: null, answers: null, refusals: [] });
  });

  it('lists who asks us, the one heard last first, and who came with wrong credentials', async () => {
    const node = { location: 'Oslo', version: '39', firstSeenAt: before(MINUTE), requests: 7n };
    await database().nodeSighting.createMany({
      data: [
        { ...node, node: '192.0.2.1', lastSeenAt: before(3_000) },
        { ...node, node: '192.0.2.2', lastSeenAt: before(2_000), avatarAt: before(4_000) },
      ],
    });
    const refusal = { door: 'policy', address: '198.51.100.7', attempts: 3, lastAt: NOW };
    await database().refusedCredentials.createMany({
      data: [
        { ...refusal, hour: before(30 * 60 * MINUTE) },
        { ...refusal, hour: NOW },
      ],
    });
    const { nodes, refusals, serverTime } = await freshSummary();
    expect(nodes.map((each) => [each.node, each.requests])).toEqual([
      ['192.0.2.2', 7],
      ['192.0.2.1', 7],
    ]);
    const never = { service: null, participant: null, location: null, directory: null, registration: null };
    expect(nodes[0]!.askedAt).toEqual({ ...never, avatar: before(4_000).toISOString() });
    expect(refusals).toEqual([{ ...refusal, hour: NOW.toISOString(), lastAt: NOW.toISOString() }]);
    expect(serverTime).toBe(NOW.toISOString());
  });
});
