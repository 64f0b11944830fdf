import { setTimeout as wait } from 'node:timers/promises';
import { onClient } from './on-client';

// What the event sinks write into: Mayfly's own tables, and for the bare one a table that holds what came and when.

const BARE_TABLE = `CREATE TABLE bare_event (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT now(), body jsonb NOT NULL)`;

/** Everything that events become, in a database of Mayfly's or of the bare server's. */
const OURS = [
  'sink_event',
  'event_to_apply',
  'sink_node',
  'sink_start',
  'participant_leg',
  'leg_media',
  'media_window',
];
const PROJECTED = ['conference_node', 'participant', 'conference'];

export function createBareTable(databaseUrl: string): Promise<unknown> {
  return onClient(databaseUrl, (client) => client.query(BARE_TABLE));
}

/** Empty tables, and nothing of the run before left to be written to disk. */
export async function clearEvents(databaseUrl: string): Promise<void> {
  await onClient(databaseUrl, async (client) => {
    const tables = (await isBare(client)) ? ['bare_event'] : [...OURS, ...PROJECTED];
    await client.query(`TRUNCATE ${tables.join(', ')}`);
    await client.query('CHECKPOINT');
  });
}

export function countEvents(databaseUrl: string): Promise<number> {
  return onClient(databaseUrl, async (client) => {
    const table = (await isBare(client)) ? 'bare_event' : 'sink_event';
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return rows[0]?.count ?? 0;
  });
}

type Client = Parameters<Parameters<typeof onClient>[1]>[0];

async function isBare(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ bare: string | null }>("SELECT to_regclass('bare_event')::text AS bare");
  return rows[0]?.bare !== null;
}

const LOOK_EVERY_MS = 20;
/** Beyond that the projector has stopped. */
const LONGEST_LAG_SECONDS = 120;

/** Waits until every stored event is applied, and says how long that took. Throws when it does not come to an end. */
export function secondsUntilApplied(databaseUrl: string): Promise<number> {
  return onClient(databaseUrl, async (client) => {
    const from = performance.now();
    for (;;) {
      const { rows } = await client.query<{ left: number }>('SELECT count(*)::int AS left FROM event_to_apply');
      const seconds = (performance.now() - from) / 1_000;
      const left = rows[0]?.left ?? 0;
      if (left === 0) return seconds;
      if (seconds > LONGEST_LAG_SECONDS) throw new Error(`${left} events were never applied`);
      await wait(LOOK_EVERY_MS);
    }
  });
}
