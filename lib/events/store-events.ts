import { pool } from '@/lib/db/client';
import { unlessAway } from '@/lib/db/reachable';
import { eventsWereStored } from './projector';
import type { DeliveredEvent } from './read-delivery';

/** Events per statement: enough that a flood costs few, few enough that none keeps a node waiting (event-sink.md §1: 7 s). */
const BATCH = 500;

/** With the three seconds that a connection may take, still less than a node waits. */
const LONGEST_MS = 3_000;

// Past Prisma, as named statements on its pool are (docs/decisions): events come at the rate of everything that happens in
// every call. The contents travel as one text with a line each, which JSON in its one spelling never breaks.
const STORE = {
  name: 'store-events',
  text: `WITH stored AS (
      INSERT INTO sink_event (dedupe_key, subject, unreadable_reason, envelope)
      SELECT key, subject, reason, line::json FROM ROWS FROM
        (unnest($1::uuid[]), unnest($2::text[]), unnest($3::text[]), string_to_table($4, E'\\n')) AS row (key, subject, reason, line)
      ON CONFLICT (dedupe_key) DO NOTHING
      RETURNING id, unreadable_reason
    )
    INSERT INTO event_to_apply (event_id) SELECT id FROM stored WHERE unreadable_reason IS NULL`,
};

/**
 * Stores events and queues those that can be read to be applied, then wakes the projector. Returns once they are durable;
 * throws when they are not, and then the earlier of very many may be stored: storing them again changes nothing.
 */
export async function storeEvents(events: readonly DeliveredEvent[]): Promise<void> {
  // In the order of their keys, since two nodes' deliveries may share events: inserting them crosswise would deadlock.
  const rows = [...events].sort((left, right) => (left.dedupeKey < right.dedupeKey ? -1 : 1));
  for (let start = 0; start < rows.length; start += BATCH) await storeBatch(rows.slice(start, start + BATCH));
}

async function storeBatch(rows: readonly DeliveredEvent[]): Promise<void> {
  const values = [
    rows.map((row) => row.dedupeKey),
    rows.map((row) => row.subject),
    rows.map((row) => row.unreadableReason),
    rows.map((row) => row.content).join('\n'),
  ];
  const statement = { ...STORE, values, query_timeout: LONGEST_MS };
  const { rowCount } = await unlessAway(() => pool().query(statement));
  if (rowCount) eventsWereStored(rowCount);
}
