import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SETTING_NAMES } from '@/lib/config/env';
import type { Conference } from '@/lib/conferences/conference';
import type { Person } from '@/lib/conferences/person';
import { mainNameOf } from '@/lib/conferences/room-name';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { OBSERVATIONS } from '@/lib/events/applied-events';
import { EventEnvelope } from '@/lib/events/envelope';
import { readDelivery } from '@/lib/events/read-delivery';
import { comparable, rowsOfProjection } from '@/lib/testing/comparable-rows';
import { inMemoryProjection } from '@/lib/testing/in-memory-projection';
import { seededRandom } from '@/lib/testing/sample-events';
import { LASTS_SECONDS, sampleMeeting, type SampleMeeting } from '@/lib/testing/sample-meetings';
import { asTold, inOrderOfNames } from '@/lib/testing/sample-truth';
import { newSecrets } from '@/scripts/mayfly-stack';
import { freePort, startProgram } from '@/scripts/processes';
import { sendAsNode } from './event-senders';
import { expect, test } from './people';
import { basic } from './stack';

// A database and two Mayflies of its own, since all are killed on the way.

const EVENTS = 10_000;

/** Enough that meetings overlap; no more than a few nodes send at once. */
const PLATFORMS = 4;

/**
 * Whole meetings, as many as it takes: at once on nodes of their own, one after another on the same. Of the last days, for
 * what is older than history is kept the hourly job may erase while it streams in.
 */
function manyMeetings(): SampleMeeting[] {
  const begin = Math.floor(Date.now() / 1000) - 2 * 24 * 60 * 60;
  const meetings: SampleMeeting[] = [];
  for (let seed = 1, events = 0; events < EVENTS; seed += 1) {
    const platform = seed % PLATFORMS;
    const nodes = [1, 2, 3].map((number) => `192.0.2.${10 * (platform + 1) + number}`);
    const startsAt = begin + platform * 7 + Math.floor(seed / PLATFORMS) * (LASTS_SECONDS + 60);
    const meeting = sampleMeeting(seed, { startsAt, nodes });
    events += meeting.events.length;
    meetings.push(meeting);
  }
  return meetings;
}

/** Kept beside what was computed: where the folding stands, and by what id an event is known. */
const OWN_TO_STORING = new Set(['folding', 'event_id']);

/** Rows as the database has them, under our names of the columns. */
async function rowsOf<Row extends object>(database: pg.Client, table: string, order: string): Promise<Row[]> {
  const { rows } = await database.query<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${order}`);
  const named = (column: string) => column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return rows.map((row) => {
    const computed = Object.entries(row).filter(([column]) => !OWN_TO_STORING.has(column));
    return Object.fromEntries(computed.map(([column, value]) => [named(column), value])) as Row;
  });
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

const bulkOf = (events: readonly EventEnvelope[]) => JSON.stringify({ event: 'eventsink_bulk', data: events });

/** What a reconciler found comes past the sink's door, where nobody is believed it. */
async function storeObserved(url: string, events: readonly EventEnvelope[]): Promise<void> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const rows = readDelivery(bulkOf(events), 'reconciler');
  await database.query(
    `WITH stored AS (
       INSERT INTO sink_event (dedupe_key, subject, envelope)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::json[]) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id)
     INSERT INTO event_to_apply (event_id) SELECT id FROM stored`,
    [rows.map((row) => row.dedupeKey), rows.map((row) => row.subject), rows.map((row) => row.content)],
  );
  await database.end();
}

/** Kills the whole server as a power cut would: the postmaster's children end when they see that it is gone. */
async function killPostgres(folder: string): Promise<void> {
  const [pid] = (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

test('killed and started again while 10,000 events stream in, two apps and their database lose nothing and count nothing twice', async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-events-'));
  const port = await freePort();
  let postgres = await startEmbeddedPostgres(folder, port);
  const appUrls = [`http://localhost:${await freePort()}`, `http://localhost:${await freePort()}`];
  const secrets = newSecrets();
  const envOf = (appUrl: string) => ({
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
  });
  const start = (appUrl: string) => startProgram(['server.ts'], envOf(appUrl), /Mayfly is ready/);
  const apps = await Promise.all(appUrls.map(start));
  /** As power cuts and crashes do: the app at `index` is gone, in the middle of whatever it did. */
  const kill = (index: number) => apps[index]!.kill();
  const startAgain = async (index: number) => (apps[index] = await start(appUrls[index]!));
  const client = () => new pg.Client({ connectionString: postgres.url });
  try {
    const meetings = manyMeetings();
    const events = meetings.flatMap((meeting) => meeting.events).sort((left, right) => left.time - right.time);
    await ownMeetings(postgres.url, events);
    const isOurs = ({ event }: EventEnvelope) => OBSERVATIONS.has(event);
    const [observed, reported] = [events.filter(isOurs), events.filter((event) => !isOurs(event))];
    await storeObserved(postgres.url, observed);
    let sent = 0;
    const sink = {
      urls: appUrls.map((url) => `${url}/api/events`),
      authorization: basic('infinity', secrets.EVENTS_PASSWORD!),
    };
    const nodes = [...new Set(reported.map(({ node }) => node))];
    const sending = Promise.all(
      nodes.map((node, index) => {
        const own = reported.filter((event) => event.node === node);
        return sendAsNode(sink, own, seededRandom(index + 1), (count) => (sent += count));
      }),
    );
    const untilSent = async (share: number) => {
      while (sent < share * reported.length) await pause(20);
    };

    await untilSent(0.2);
    await kill(0);
    await untilSent(0.3);
    await Promise.all([startAgain(0), kill(1)]);
    await startAgain(1);
    await untilSent(0.5);
    await killPostgres(folder);
    postgres = await startEmbeddedPostgres(folder, port);
    await untilSent(0.7);
    await Promise.all([killPostgres(folder), kill(0), kill(1)]);
    postgres = await startEmbeddedPostgres(folder, port);
    await Promise.all([startAgain(0), startAgain(1)]);
    await sending;

    const database = client();
    await database.connect();
    const count = async (table: string) =>
      (await database.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`)).rows[0]?.rows;
    await expect.poll(() => count('event_to_apply'), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => count('sink_start WHERE settled_to IS NOT NULL'), { timeout: 60_000 }).toBe(0);

    const delivered = [...readDelivery(bulkOf(reported)), ...readDelivery(bulkOf(observed), 'reconciler')];
    const unique = new Map(delivered.map((event) => [event.dedupeKey, event]));
    expect(await count('sink_event')).toBe(unique.size);

    const people = await rowsOf<Person>(database, 'participant', 'service_name, conversation_id');
    const conferences = (await rowsOf<Conference>(database, 'conference', 'service_name')).map((row) => ({
      ...row,
      durationMs: row.durationMs === null ? null : Number(row.durationMs), // a bigint comes as text
    }));
    for (const { serviceName, people: there } of meetings) {
      const told = asTold(people.filter((person) => person.serviceName === serviceName));
      expect(told, serviceName).toEqual(inOrderOfNames(there));
    }

    const projection = inMemoryProjection();
    projection.apply(
      [...unique.values()].map(({ dedupeKey, content }) => {
        return { dedupeKey, envelope: EventEnvelope.parse(JSON.parse(content)), receivedAt: new Date() };
      }),
    );
    const legs = await rowsOf(database, 'participant_leg', 'id');
    const shares = await rowsOf(database, 'conference_node', 'service_name, node');
    const media = await rowsOf(database, 'leg_media', 'leg_id');
    const windows = await rowsOf(database, 'media_window', 'event_id');
    const stored = { legs, nodes: shares, media, windows, people, conferences };
    const expected = comparable({ ...rowsOfProjection(projection), starts: [] });
    const found = comparable({ ...stored, starts: [] });
    for (const kind of Object.keys(stored) as (keyof typeof stored)[]) {
      expect(found[kind].length, kind).toBeGreaterThan(100);
      expect(found[kind], kind).toEqual(expected[kind]);
    }
    await database.end();
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
