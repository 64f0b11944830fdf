import { randomBytes } from 'node:crypto';
import { hashPassword } from '@/lib/auth/check-password';
import { LEGS, LEGS_EACH, sampleEvent } from './events-sample';
import { onClient } from './on-client';

// What a desk's database holds after some weeks: a million events of calls that are over, and the meetings that are open
// now. Who is in these is told by events, as nodes would.

/** Events of each leg whose call is over, and how long ago the first of those calls was. */
const EVENTS_EACH = 10;
const PAST_DAYS = 30;

const MEETINGS = `INSERT INTO meeting (alias, service_name, valid_from, valid_until, ended_at, host_pin, host_key_hash)
  SELECT 'meet-' || left(md5($2 || number), 26), $2 || number, begin, begin + interval '8 hours',
    CASE WHEN begin + interval '8 hours' < now() THEN begin + interval '8 hours' END,
    lpad((number * 7919 % 1000000)::text, 6, '0'), repeat(md5($2 || number), 2)
  FROM generate_series(0, $1::int - 1) AS number,
    LATERAL (SELECT now() - interval '1 hour' - $3::interval * (number::float8 / $1) - $4::interval AS begin) AS times`;

const PAST_PEOPLE = `INSERT INTO participant (service_name, conversation_id, display_name, address, protocol, role, is_counted,
    is_waiting, is_muted, arrived_at, joined_at, left_at, left_reason, left_known_by)
  SELECT service_name, service_name || ' ' || number, 'Past Visitor ' || number, 'past@customers.example.com', 'SIP',
    'guest', true, false, false, valid_from, valid_from, valid_from + interval '10 minutes', 'Call disconnected', 'reported'
  FROM meeting, generate_series(1, $1::int) AS number WHERE valid_until < now()`;

const PAST_EVENTS = `INSERT INTO sink_event (dedupe_key, subject, envelope, received_at)
  SELECT md5(number::text)::uuid, 'leg:past-' || number / $2,
    replace($3, '@leg', 'past-' || number / $2)::json, now() - interval '1 day' - $4::interval * (number::float8 / $1)
  FROM generate_series(0, $1::int - 1) AS number`;

const INDEXES = `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
  WHERE tablename = 'sink_event' AND indexname <> 'sink_event_pkey'`;

/** The open meetings that the sample's events are about: of other conferences no people are kept. */
export function seedOpenMeetings(databaseUrl: string): Promise<unknown> {
  return onClient(databaseUrl, (client) => client.query(MEETINGS, [LEGS / LEGS_EACH, 'Call ', '0', '0']));
}

/** Fills an empty, migrated database. @param events how many are stored already */
export async function seedDesk(databaseUrl: string, events: number): Promise<void> {
  const pastMeetings = Math.ceil(events / EVENTS_EACH / LEGS_EACH);
  const envelope = sampleEvent(LEGS, Date.now() / 1_000).replaceAll(/"uuid":"[^"]+"/g, '"uuid":"@leg"');
  await seedOpenMeetings(databaseUrl);
  await onClient(databaseUrl, async (client) => {
    await client.query(MEETINGS, [pastMeetings, 'Past call ', `${PAST_DAYS} days`, '1 day']);
    await client.query(PAST_PEOPLE, [LEGS_EACH]);
    // Built at the end, in one go, the same indexes take a fraction of the time.
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES);
    for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
    await client.query(PAST_EVENTS, [events, EVENTS_EACH, envelope, `${PAST_DAYS} days`]);
    for (const { definition } of indexes) await client.query(definition);
    for (const table of ['sink_event', 'participant', 'meeting']) await client.query(`VACUUM (ANALYZE) ${table}`);
    await client.query('CHECKPOINT');
  });
}

export interface BenchAgent {
  email: string;
  password: string;
}

/** Somebody who may watch the desk. */
export async function seedAgent(databaseUrl: string): Promise<BenchAgent> {
  const agent = { email: 'desk@bench.example', password: randomBytes(18).toString('base64url') };
  const passwordHash = await hashPassword(agent.password);
  await onClient(databaseUrl, (client) =>
    client.query('INSERT INTO agent (email, name, password_hash) VALUES ($1, $2, $3)', [
      agent.email,
      'Bench',
      passwordHash,
    ]),
  );
  return agent;
}
