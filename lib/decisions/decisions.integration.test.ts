import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { ageOutDecisions } from './age-out';
import type { Decision } from './decision';
import { flushDecisions, recordDecision, recordRefusal } from './record-decisions';

beforeAll(testDatabase);
beforeEach(async () => {
  await database().policyDecision.deleteMany();
  await database().nodeSighting.deleteMany();
  await database().refusedCredentials.deleteMany();
});

const now = new Date();

function decision(changes: Partial<Decision> = {}): Decision {
  return {
    ...{ id: randomUUID(), at: now, request: 'service', alias: 'meet-x', meetingId: null, location: 'Oslo' },
    ...{ node: '192.0.2.11', version: '39', protocol: 'sip', caller: 'Ann', outcome: 'reject' },
    ...{ callerAlias: 'sip:ann@example.com', asked: '' },
    ...{ reason: 'no such meeting', settingsId: null, latencyUs: 300 },
    ...changes,
  };
}

describe('decisions', () => {
  it('are stored in batches, every one of them, and the nodes they came from are counted', async () => {
    for (let count = 0; count < 2_500; count += 1)
      recordDecision(decision({ location: count % 2 ? 'Oslo' : 'Bergen' }));
    await flushDecisions();
    expect(await database().policyDecision.count()).toBe(2_500);
    const sightings = await database().nodeSighting.findMany({ orderBy: { location: 'asc' } });
    expect(sightings.map(({ location, requests }) => [location, Number(requests)])).toEqual([
      ['Bergen', 1_250],
      ['Oslo', 1_250],
    ]);
  });

  it('say when each node asked last for which request, and keep silent about what it never asked for', async () => {
    const at = (second: number) => new Date(now.getTime() + second * 1_000);
    for (const [request, second] of [
      ['service', 1],
      ['avatar', 2],
      ['service', 3],
    ] as const)
      recordDecision(decision({ request, at: at(second) }));
    await flushDecisions();
    recordDecision(decision({ request: 'avatar', at: at(4) }));
    // Recorded by an instance that was slower: what is known already is newer.
    recordDecision(decision({ request: 'service', at: at(0) }));
    await flushDecisions();
    expect(await database().nodeSighting.findFirst()).toMatchObject({
      ...{ serviceAt: at(3), avatarAt: at(4), participantAt: null, locationAt: null },
      ...{ directoryAt: null, registrationAt: null, requests: 5n },
    });
  });

  it('keep the whole question of the newest, and never a ticket in it', async () => {
    const ticket = randomUUID();
    const asked = `local_alias=meet-x&remote_address=192.0.2.7&call_tag=${ticket}&trigger=invite`;
    for (let count = 0; count < 20; count += 1)
      recordDecision(decision({ asked, latencyUs: count, outcome: 'configure' }));
    await flushDecisions();
    const rows = await database().policyDecision.findMany({ orderBy: { latencyUs: 'asc' } });
    expect(rows.filter((row) => row.asked === '').map(({ latencyUs }) => latencyUs)).toEqual([...Array(10).keys()]);
    const kept = new URLSearchParams(rows.at(-1)!.asked);
    expect([kept.get('remote_address'), kept.get('trigger')]).toEqual(['192.0.2.7', 'invite']);
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });

  it('keep the whole questions of those who were turned away, however many came in after them', async () => {
    const refused = ['reject', 'failed'].map((outcome) => decision({ asked: 'trigger=invite', outcome }));
    for (const each of refused) recordDecision(each);
    for (let count = 0; count < 500; count += 1)
      recordDecision(decision({ asked: 'trigger=web', outcome: 'configure', alias: 'others' }));
    await flushDecisions();
    const rows = await database().policyDecision.findMany({ where: { alias: 'meet-x' } });
    expect(rows.map(({ asked }) => asked)).toEqual(['trigger=invite', 'trigger=invite']);
    expect(await database().policyDecision.count({ where: { asked: 'trigger=web' } })).toBe(10);
  });

  it('do not keep more whole questions than that of those either', async () => {
    for (let count = 0; count < 300; count += 1) recordDecision(decision({ asked: 'trigger=invite' }));
    await flushDecisions();
    expect(await database().policyDecision.count({ where: { asked: { not: '' } } })).toBe(40);
  });

  it('are stored by themselves within moments', async () => {
    recordDecision(decision());
    await expect.poll(() => database().policyDecision.count()).toBe(1);
  });

  it('that come while others are stored wait for the next time, so that steady questions are stored many at once', async () => {
    recordDecision(decision({ alias: 'first' }));
    const storing = flushDecisions();
    recordDecision(decision({ alias: 'later' }));
    await storing;
    const aliases = async () => (await database().policyDecision.findMany()).map(({ alias }) => alias);
    expect(await aliases()).toEqual(['first']);
    await expect.poll(aliases).toHaveLength(2);
  });

  it('are kept once, when the database had stored them and its answer was lost', async () => {
    const twice = decision();
    recordDecision(twice);
    recordDecision(twice);
    await flushDecisions();
    expect(await database().policyDecision.count()).toBe(1);
  });

  it('cost no other its place when one of them cannot be stored', async () => {
    for (let number = 0; number < 20; number += 1)
      recordDecision(decision({ alias: number === 7 ? 'nul \0' : 'good' }));
    await flushDecisions();
    expect(await database().policyDecision.count()).toBe(19);
    expect(takeConsoleErrors()).toHaveLength(1);
  });

  it('are let go after a week, and their refused visitors too', async () => {
    const days = (count: number) => new Date(now.getTime() - count * 24 * 60 * 60_000);
    recordDecision(decision({ at: days(8) }));
    recordDecision(decision({ at: days(6) }));
    recordRefusal({ at: days(8), door: 'policy', address: '198.51.100.7' });
    recordRefusal({ at: now, door: 'policy', address: '198.51.100.7' });
    await flushDecisions();
    await ageOutDecisions(now);
    expect((await database().policyDecision.findMany()).map(({ at }) => at)).toEqual([days(6)]);
    expect(await database().refusedCredentials.count()).toBe(1);
  });
});

describe('wrong credentials', () => {
  it('are counted by door, address and hour', async () => {
    const hour = new Date('2026-11-20T10:00:00Z');
    const minutes = (count: number) => new Date(hour.getTime() + count * 60_000);
    recordRefusal({ at: minutes(1), door: 'policy', address: '198.51.100.7' });
    recordRefusal({ at: minutes(2), door: 'policy', address: '198.51.100.7' });
    recordRefusal({ at: minutes(2), door: 'events', address: '198.51.100.7' });
    await flushDecisions();
    recordRefusal({ at: minutes(59), door: 'policy', address: '198.51.100.7' });
    await flushDecisions();
    const rows = await database().refusedCredentials.findMany({ orderBy: { door: 'desc' } });
    expect(rows).toMatchObject([
      { hour, door: 'policy', attempts: 3, lastAt: minutes(59) },
      { hour, door: 'events', attempts: 1 },
    ]);
  });

  it('of a thousand addresses and more fill neither the memory nor, in any hour, the disk', async () => {
    const refuse = (from: number, to: number) => {
      for (let count = from; count < to; count += 1)
        recordRefusal({ at: new Date(), door: 'policy', address: `2001:db8::${count.toString(16)}` });
      return flushDecisions();
    };
    await refuse(0, 1_500);
    expect(await database().refusedCredentials.count()).toBe(1_000);
    await refuse(2_000, 2_500);
    expect(await database().refusedCredentials.count()).toBe(1_000);
    await refuse(0, 1);
    const known = { door: 'policy', address: '2001:db8::0' };
    expect(await database().refusedCredentials.findFirst({ where: known })).toMatchObject({ attempts: 2 });
  });
});
