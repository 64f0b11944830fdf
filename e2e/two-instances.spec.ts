import type { APIRequestContext } from '@playwright/test';
import pg from 'pg';
import { onDatabase } from '@/lib/testing/database-url';
import { startStack } from '@/scripts/mayfly-stack';
import { freePort, startProgram } from '@/scripts/processes';
import { expect, test } from './people';
import { basic, stack } from './stack';

// Two instances of Mayfly on one database: what is changed at one holds at the other within a second.

test('a cancel and an end that is moved reach the other instance', async ({ playwright }) => {
  test.setTimeout(240_000); // three processes are started
  const name = 'instances';
  const admin = new pg.Client({ connectionString: stack().DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const first = await startStack({ databaseUrl: onDatabase(stack().DATABASE_URL, name) });
  const port = await freePort();
  const otherUrl = `http://localhost:${port}`;
  const env = { ...first.env, PORT: String(port), APP_URL: otherUrl, NEXTAUTH_URL: otherUrl };
  const second = await startProgram(['server.ts'], env, /Mayfly is ready/);
  const request: APIRequestContext = await playwright.request.newContext();
  const authorization = basic(first.env.POLICY_USERNAME!, first.env.POLICY_PASSWORD!);
  const askSecond = async (alias: string) => {
    const url = `${otherUrl}/api/policy/policy/v1/service/configuration?local_alias=${alias}`;
    const response = await request.get(url, { headers: { Authorization: authorization } });
    return (await response.json()) as { action: string; reason: string };
  };
  const create = async (data: object) => {
    const created = await request.post(`${first.appUrl}/api/meetings`, { data });
    return (await created.json()) as { alias: string; hostKey: string };
  };
  /** Nobody who asks a second after `since` is told anything else; how long the asking takes is the machine's matter. */
  const holdsWithinASecond = async (alias: string, reason: string, since: number) => {
    let begun = Date.now();
    while ((await askSecond(alias)).reason !== reason) {
      expect(begun - since, `asked so late, and not told: ${reason}`).toBeLessThan(1_000);
      begun = Date.now();
    }
  };
  try {
    const cancelled = await create({});
    expect(await askSecond(cancelled.alias)).toMatchObject({ action: 'continue', reason: 'meeting is open' });
    const claim = { Authorization: `Bearer ${cancelled.hostKey}` };
    await request.delete(`${first.appUrl}/api/meetings/${cancelled.alias}`, { headers: claim });
    await holdsWithinASecond(cancelled.alias, 'meeting was cancelled', Date.now());

    // With its beginning: where our site chose it a moment later, the meeting would be shorter than is allowed.
    const now = Date.now();
    const firstEnd = new Date(now + 10_500).toISOString();
    const moved = await create({ validFrom: new Date(now).toISOString(), validUntil: firstEnd });
    const until = new Date(Date.now() + 60 * 60_000).toISOString();
    const host = { Authorization: `Bearer ${moved.hostKey}` };
    expect(await askSecond(moved.alias)).toMatchObject({ action: 'continue' });
    await request.patch(`${first.appUrl}/api/meetings/${moved.alias}`, { data: { validUntil: until }, headers: host });
    await expect.poll(() => Date.now() > Date.parse(firstEnd), { timeout: 15_000 }).toBe(true);
    expect(await askSecond(moved.alias), 'the new end holds').toMatchObject({ action: 'continue' });
  } finally {
    await request.dispose();
    await second.stop();
    await first.stop();
  }
});
