import pg from 'pg';
import { onDatabase } from '@/lib/testing/database-url';
import { startStack, type MayflyStack } from '@/scripts/mayfly-stack';
import { expect, test } from './people';
import { stack } from './stack';

// A Mayfly of its own, for its node loses events, crashes and stops sending.

// It is started first, and a test waits twice for what takes up to a minute.
test.describe.configure({ timeout: 240_000 });

let own: MayflyStack;
let database: pg.Client;

test.beforeAll(async () => {
  const name = 'reconciler';
  const admin = new pg.Client({ connectionString: stack().DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const databaseUrl = onDatabase(stack().DATABASE_URL, name);
  own = await startStack({ databaseUrl });
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
});
test.afterAll(async () => {
  await database?.end();
  await own?.stop();
});

/** What a node is asked to do that no real one can be. */
async function atNode(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { 'Content-Type': 'application/json' };
  const url = `${own.nodeUrls[0]}/simulator/v1/${path}`;
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  expect(response.ok, `${method} ${path}: ${text}`).toBe(true);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** The minute's look, now: nobody wants to wait for it. */
const lookNow = () => database.query(`SELECT graphile_worker.add_job('reconcile', '{}'::json)`);
const losing = (...events: string[]) => atNode('PUT', 'event-sink/faults', { lose: { events } });

/** A telephone in a meeting of its own. */
async function phoneIn(displayName: string): Promise<{ id: string }> {
  const created = await fetch(`${own.appUrl}/api/meetings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  const { alias } = (await created.json()) as { alias: string };
  const { rows } = await database.query<{ host_pin: string }>('SELECT host_pin FROM meeting WHERE alias = $1', [alias]);
  const call = await atNode('POST', 'calls', { alias, displayName, pin: rows[0]!.host_pin });
  expect(call.outcome).toBe('in-conference');
  return { id: String(call.id) };
}

interface KnownPerson {
  isThere: boolean;
  knownBy: string | null;
  reason: string | null;
}

async function person(displayName: string): Promise<KnownPerson | undefined> {
  const { rows } = await database.query<KnownPerson>(
    `SELECT left_at IS NULL AS "isThere", left_known_by AS "knownBy", left_reason AS reason
     FROM participant WHERE display_name = $1`,
    [displayName],
  );
  return rows[0];
}

/** A look asks the Management Node for five or six things, and more than a hundred a minute it is not asked for. */
const LOOK_EVERY_MS = 5_000;

/** Looks again and again: what was heard a moment ago is not believed to be gone yet. */
function afterLooking(displayName: string) {
  let lookedAtMs = 0;
  const look = async () => {
    if (Date.now() - lookedAtMs >= LOOK_EVERY_MS) {
      lookedAtMs = Date.now();
      await lookNow();
    }
    return person(displayName);
  };
  return expect.poll(look, { timeout: 60_000, intervals: [500] });
}
const there = { isThere: true, knownBy: null, reason: null };

test('who came while events were lost is there, and who left while they were is gone, with the reason', async () => {
  await losing('participant_connected', 'participant_updated', 'conference_started', 'conference_updated');
  const call = await phoneIn('Unreported');
  await afterLooking('Unreported').toEqual(there);

  await losing('participant_disconnected', 'conference_ended');
  await atNode('DELETE', `calls/${call.id}`);
  await atNode('DELETE', 'event-sink/faults');
  await afterLooking('Unreported').toEqual({ isThere: false, knownBy: 'not_listed', reason: 'Call disconnected' });
});

test('a node’s crash takes everybody on it away, though it reports nobody’s end', async () => {
  await phoneIn('On the node');
  await expect.poll(() => person('On the node')).toEqual(there);
  await atNode('POST', 'crash');
  await afterLooking('On the node').toMatchObject({ isThere: false, knownBy: 'not_listed' });
  await atNode('POST', 'recover');
});

test('a sink that was stopped is started again, which is written down, and nobody in a call seems to leave', async () => {
  await phoneIn('Talking on');
  await expect.poll(() => person('Talking on')).toEqual(there);
  await atNode('POST', 'event-sink/stop');
  await phoneIn('Comes meanwhile');
  await lookNow();
  await expect.poll(async () => (await atNode('GET', 'event-sink')).state).toBe('running');
  const audits = async () => (await database.query('SELECT actor, action FROM audit_entry')).rows;
  await expect.poll(audits).toEqual([{ actor: 'Mayfly', action: 'sink.restarted' }]);
  for (const name of ['Comes meanwhile', 'Talking on']) {
    await expect.poll(() => person(name), { message: name, timeout: 30_000 }).toEqual(there);
  }
});
