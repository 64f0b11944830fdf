import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SETTING_NAMES } from '@/lib/config/env';
import { mainNameOf } from '@/lib/conferences/room-name';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { EventEnvelope } from '@/lib/events/envelope';
import { readDelivery } from '@/lib/events/read-delivery';
import { inMemoryProjection } from '@/lib/testing/in-memory-projection';
import { seededRandom } from '@/lib/testing/sample-events';
import { sampleMeeting } from '@/lib/testing/sample-meetings';
import { newSecrets } from '@/scripts/mayfly-stack';
import { freePort, startProgram } from '@/scripts/processes';
import { sendAsNode } from './event-senders';
import { expect, test } from './people';
import { basic } from './stack';

// A database and a Mayfly of its own, since both are killed on the way.

const EVENTS = 10_000;

/** Whole meetings, as many as it takes, in the order in which they happened. */
function manyMeetings(): EventEnvelope[] {
  const events: EventEnvelope[] = [];
  for (let seed = 1; events.length < EVENTS; seed += 1) {
    events.push(...sampleMeeting(seed, { startsAt: 1_760_000_000 + seed * 7 }).events);
  }
  return events.sort((left, right) => left.time - right.time);
}

/** People and facts are computed for conferences of ours only. */
async function ownMeetings(url: string, events: readonly EventEnvelope[]): Promise<void> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const names = [...new Set(events.map(({ data }) => mainNameOf(String(data.conference ?? data.name))))];
  await database.query(
    `INSERT INTO meeting (alias, service_name, valid_from, valid_until, host_pin, host_key_hash)
     SELECT 'meet-' || row_number() OVER (), name, now(), now() + interval '1 hour', '123456', repeat('0', 64)
     FROM unnest($1::text[]) AS name`,
    [names],
  );
  await database.end();
}

/** Kills the whole server as a power cut would: the postmaster's children end when they see that it is gone. */
async function killPostgres(folder: string): Promise<void> {
  const [pid] = (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

test('killed and started again while 10,000 events stream in, app and database lose nothing and count nothing twice', async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-events-'));
  const port = await freePort();
  let postgres = await startEmbeddedPostgres(folder, port);
  const appUrl = `http://localhost:${await freePort()}`;
  const secrets = newSecrets();
  const env = {
    ...Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])),
    ...secrets,
    NODE_ENV: 'production',
    PORT: new URL(appUrl).port,
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    DATABASE_URL: postgres.url,
    INFINITY_NODES: 'http://localhost:1',
    POLICY_USERNAME: 'infinity',
    EVENTS_USERNAME: 'infinity',
  };
  const start = () => startProgram(['server.ts'], env, /Mayfly is ready/);
  let app = await start();
  const client = () => new pg.Client({ connectionString: postgres.url });
  try {
    const events = manyMeetings();
    await ownMeetings(postgres.url, events);
    let sent = 0;
    const sink = { url: `${appUrl}/api/events`, authorization: basic('infinity', secrets.EVENTS_PASSWORD!) };
    const nodes = [...new Set(events.map(({ node }) => node))];
    const sending = Promise.all(
      nodes.map((node, index) => {
        const own = events.filter((event) => event.node === node);
        return sendAsNode(sink, own, seededRandom(index + 1), (count) => (sent += count));
      }),
    );
    const untilSent = async (share: number) => {
      while (sent < share * events.length) await pause(20);
    };

    await untilSent(0.2);
    await app.kill();
    app = await start();
    await untilSent(0.4);
    await killPostgres(folder);
    postgres = await startEmbeddedPostgres(folder, port);
    await untilSent(0.6);
    await killPostgres(folder);
    await app.kill();
    postgres = await startEmbeddedPostgres(folder, port);
    app = await start();
    await sending;

    const database = client();
    await database.connect();
    const rowsOf = async (query: string) => (await database.query<Record<string, unknown>>(query)).rows;
    const keyed = async (query: string) => new Map((await rowsOf(query)).map(({ key, ...row }) => [key, row]));
    const left = async () => (await rowsOf('select count(*)::int as left from event_to_apply'))[0]?.left;
    await expect.poll(left, { timeout: 60_000 }).toBe(0);

    const stored = readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events }));
    const unique = new Map(stored.map((event) => [event.dedupeKey, event]));
    expect(await rowsOf('select count(*)::int as stored from sink_event')).toEqual([{ stored: unique.size }]);

    const truth = inMemoryProjection();
    truth.apply(
      [...unique.values()].map(({ dedupeKey, content }) => {
        return { dedupeKey, envelope: EventEnvelope.parse(JSON.parse(content)), receivedAt: new Date() };
      }),
    );
    const people = [...truth.people.values()].flat();
    const conferences = [...truth.conferences.values()];
    expect(conferences.length).toBeGreaterThan(100);
    expect(
      await keyed('select service_name || conversation_id as key, joined_at, left_at, is_counted from participant'),
    ).toEqual(
      new Map(
        people.map(({ serviceName, conversationId, joinedAt, leftAt, isCounted }) => [
          serviceName + conversationId,
          { joined_at: joinedAt, left_at: leftAt, is_counted: isCounted },
        ]),
      ),
    );
    expect(await keyed('select service_name as key, first_joined_at, ended_at, people, peak from conference')).toEqual(
      new Map(
        conferences.map(({ serviceName, firstJoinedAt, endedAt, people, peak }) => [
          serviceName,
          { first_joined_at: firstJoinedAt, ended_at: endedAt, people, peak },
        ]),
      ),
    );
    await database.end();
  } finally {
    await app.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
