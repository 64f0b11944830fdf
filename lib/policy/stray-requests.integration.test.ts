import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { recentStrays } from '@/lib/strays/recent-strays';
import { flushStrays, recordStray } from '@/lib/strays/record-strays';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';

// What reaches the policy server by a wrong way, over real HTTP.

let door: PolicyDoor;

beforeAll(async () => {
  await testDatabase();
  door = await openPolicyDoor();
});

afterAll(async () => {
  await door.close();
  await flushDecisions();
});

beforeEach(async () => {
  await flushStrays();
  await flushDecisions();
  await database().strayRequest.deleteMany();
  await database().refusedCredentials.deleteMany();
});

async function strays() {
  await flushStrays();
  const found = await recentStrays(new Date());
  return found.map(({ kind, path, attempts }) => ({ kind, path, attempts }));
}

describe('a profile with a wrong URL', () => {
  it.each([
    ['/api/policy/v1/service/configuration'],
    ['/api/policy/policy/v1/policy/v1/service/configuration'],
    ['/somewhere/policy/v1/service/configuration'],
  ])('that leads to %s is seen, once, however often it asks', async (path) => {
    for (let count = 0; count < 3; count += 1) {
      const response = await door.fetch(`${path}?local_alias=meet-x`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/json');
    }
    expect(await strays()).toEqual([{ kind: 'path', path, attempts: 3 }]);
  });

  it('that is our bare address is answered all the same, with or without a closing slash', async () => {
    const { alias, id } = await storedMeeting();
    for (const path of ['//policy/v1/service/configuration', '/policy/v1/service/configuration']) {
      const response = await door.fetch(`${path}?local_alias=${alias}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ result: { service_tag: id } });
      const { status } = await door.fetch(`${path}?local_alias=${alias}`, { headers: {} });
      expect(status).toBe(401);
    }
    expect((await strays()).map(({ kind }) => kind)).toEqual(['no-credentials']);
  });

  it('cannot fill the table: paths beyond a bound are let go', async () => {
    // All in one turn, so that none of them is written down meanwhile.
    const stray = { at: new Date(), kind: 'path', address: '192.0.2.11' } as const;
    for (let count = 0; count < 150; count += 1) recordStray({ ...stray, path: `/api/policy/x${count}` });
    expect(await strays()).toHaveLength(50);
    expect(await database().strayRequest.count()).toBe(100);
  });
});

it('a request by another method is seen', async () => {
  const { username, password } = settings().policy;
  const Authorization = `Basic ${btoa(`${username}:${password}`)}`;
  const path = '/api/policy/policy/v1/service/configuration';
  expect((await door.fetch(path, { method: 'POST', headers: { Authorization } })).status).toBe(405);
  expect(await strays()).toEqual([{ kind: 'method', path: `POST ${path}`, attempts: 1 }]);
});

it('old requests of nodes, and those with a right path, are none', async () => {
  await door.ask('participant/audioavatar/ann');
  await door.ask('service/configuration', { local_alias: 'x' });
  expect(await strays()).toEqual([]);
});

describe('credentials', () => {
  const path = '/api/policy/policy/v1/service/configuration';

  it('that are absent count apart from wrong ones, for a node may wait for the challenge', async () => {
    expect((await door.fetch(path, { headers: {} })).status).toBe(401);
    await flushDecisions();
    expect(await database().refusedCredentials.count()).toBe(0);
    expect(await strays()).toEqual([{ kind: 'no-credentials', path: '', attempts: 1 }]);
  });

  it('that are wrong count as such', async () => {
    expect((await door.fetch(path, { headers: { Authorization: 'Basic d3Jvbmc6d3Jvbmc=' } })).status).toBe(401);
    await flushDecisions();
    expect(await database().refusedCredentials.findMany()).toMatchObject([{ door: 'policy', attempts: 1 }]);
    expect(await strays()).toEqual([]);
  });
});
