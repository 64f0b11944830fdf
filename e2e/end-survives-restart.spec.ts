import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { onDatabase } from '@/lib/testing/database-url';
import { startStack } from '@/scripts/mayfly-stack';
import { expect, test } from './people';
import { stack } from './stack';

// A Mayfly of its own, since it is killed on the way.

test('killed before validUntil and started after it, the app still puts out who is in the call', async ({
  playwright,
}) => {
  const name = 'restart';
  const admin = new pg.Client({ connectionString: stack().DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const own = await startStack({
    databaseUrl: onDatabase(stack().DATABASE_URL, name),
    env: { RATE_LIMIT_CREATE: '3/600' },
  });
  const request = await playwright.request.newContext({ baseURL: own.appUrl });
  try {
    const created = await request.post('/api/meetings', { data: {} });
    const { alias, hostKey } = (await created.json()) as Record<string, string>;
    const claim = { Authorization: `Bearer ${hostKey}` };
    const joined = await request.post(`/api/meetings/${alias}/join`, { data: { displayName: 'Dana' }, headers: claim });
    const { pin, callTag, node } = (await joined.json()) as Record<string, string>;

    const conference = `${node}/api/client/v2/conferences/${alias}`;
    const token = await request.post(`${conference}/request_token`, {
      data: { display_name: 'Dana', call_tag: callTag },
      headers: { pin: pin! },
    });
    const { result } = (await token.json()) as { result: { token: string; role: string } };
    expect(result.role).toBe('HOST');
    const isIn = async () =>
      (await request.get(`${conference}/conference_status`, { headers: { token: result.token } })).status() === 200;
    expect(await isIn()).toBe(true);

    // The end is near only now: within these seconds nothing has to be done but to kill the app.
    const validUntil = new Date(Date.now() + 10_000).toISOString();
    const moved = await request.patch(`/api/meetings/${alias}`, { data: { validUntil }, headers: claim });
    expect(moved.status()).toBe(200);
    await own.app.kill();
    await pause(Math.max(0, Date.parse(validUntil) - Date.now()) + 500);
    expect(await isIn(), 'nobody was there to end it').toBe(true);

    await own.startApp();
    await expect.poll(isIn).toBe(false);

    // Its own address limits: the fourth meeting within ten minutes is one too many. The first was made above.
    const more = [];
    for (let attempt = 0; attempt < 3; attempt += 1) more.push(await request.post('/api/meetings', { data: {} }));
    expect(more.map((response) => response.status())).toEqual([201, 201, 429]);
    expect(Number(more[2]?.headers()['retry-after'])).toBeGreaterThan(0);
    expect(await more[2]?.json()).toMatchObject({ code: 'rate-limited' });
  } finally {
    await request.dispose();
    await own.stop();
  }
});
