import { database, pool } from '@/lib/db/client';
import type { Decision, Refusal } from './decision';
import { REQUESTS, type ReportedRequest } from './decision-reports';

// Rows go in as one JSON text: the database takes it apart for a fraction of what a parameter for each value would cost us,
// and decisions are recorded at the rate of policy answers. What is counted together goes in in one order, or two instances
// that count the same would wait for each other.

const INSERT_DECISIONS = {
  name: 'record-decisions',
  text: `INSERT INTO policy_decision (id, at, request, alias, meeting_id, location, node, protocol, caller, caller_alias,
      asked, outcome, reason, settings_id, latency_us)
    SELECT id, at, request, alias, "meetingId", location, node, protocol, caller, "callerAlias", asked,
      outcome, reason, "settingsId", "latencyUs"
    FROM json_to_recordset($1::json) AS one (id uuid, at timestamptz, request text, alias text, "meetingId" uuid,
      location text, node text, protocol text, caller text, "callerAlias" text, asked text,
      outcome text, reason text, "settingsId" int, "latencyUs" int)
    ON CONFLICT (id) DO NOTHING`,
};

/** Stores decisions; one that is stored already stays as it is, so that a lost answer of the database may be repeated. */
export async function insertDecisions(decisions: readonly Decision[]): Promise<void> {
  await pool().query({ ...INSERT_DECISIONS, values: [JSON.stringify(decisions)] });
}

/** How often a node has asked us from a location since it was last noted, and when last for each kind of request. */
export type Sighting = { node: string; location: string; version: string; at: Date; requests: number } & {
  [Request in ReportedRequest as `${Request}At`]?: Date;
};

const NOTE_SIGHTINGS = {
  name: 'note-sightings',
  text: `INSERT INTO node_sighting (node, location, version, first_seen_at, last_seen_at, requests,
      ${forEachRequest((request) => `${request}_at`)})
    SELECT node, location, version, at, at, requests, ${forEachRequest((request) => `"${request}At"`)}
    FROM json_to_recordset($1::json) AS one (node text, location text, version text, at timestamptz, requests bigint,
      ${forEachRequest((request) => `"${request}At" timestamptz`)})
    ORDER BY node, location
    ON CONFLICT (node, location) DO UPDATE SET version = excluded.version,
      last_seen_at = greatest(node_sighting.last_seen_at, excluded.last_seen_at),
      requests = node_sighting.requests + excluded.requests,
      ${forEachRequest((request) => `${request}_at = greatest(node_sighting.${request}_at, excluded.${request}_at)`)}`,
};

function forEachRequest(sql: (request: ReportedRequest) => string): string {
  return REQUESTS.map(sql).join(', ');
}

export async function noteSightings(sightings: readonly Sighting[]): Promise<void> {
  if (sightings.length === 0) return;
  await pool().query({ ...NOTE_SIGHTINGS, values: [JSON.stringify(sightings)] });
}

/** An hour has no more addresses that came with wrong credentials: whoever has many of them must not fill the disk. */
const MOST_REFUSED_IN_AN_HOUR = 1_000;

/** Adds to what was counted in the same hour; in a full one, only to addresses that are counted already. */
export async function countRefusals(refusals: readonly (Refusal & { attempts: number })[]): Promise<void> {
  if (refusals.length === 0) return;
  await pool().query(
    `INSERT INTO refused_credentials (hour, door, address, attempts, last_at)
     SELECT date_trunc('hour', at), door, address, attempts, at
     FROM json_to_recordset($1::json) AS one (at timestamptz, door text, address text, attempts int)
     WHERE (SELECT count(*) FROM refused_credentials WHERE hour = date_trunc('hour', now())) < $2
       OR EXISTS (SELECT FROM refused_credentials AS known
         WHERE known.hour = date_trunc('hour', one.at) AND known.door = one.door AND known.address = one.address)
     ORDER BY 1, door, address
     ON CONFLICT (hour, door, address) DO UPDATE SET attempts = refused_credentials.attempts + excluded.attempts,
       last_at = greatest(refused_credentials.last_at, excluded.last_at)`,
    [JSON.stringify(refusals), MOST_REFUSED_IN_AN_HOUR],
  );
}

/** Deletes what is older, at most so many rows at once: a caller's look-up must not wait behind a long delete. */
export async function deleteDecisionsBefore(before: Date, limit: number): Promise<number> {
  return database().$executeRaw`DELETE FROM policy_decision WHERE id IN
    (SELECT id FROM policy_decision WHERE at < ${before} ORDER BY at LIMIT ${limit})`;
}

/** When the decision was made that so many newer ones follow; null when there are not so many. */
export async function momentOfNewest(count: number): Promise<Date | null> {
  const row = await database().policyDecision.findFirst({ orderBy: { at: 'desc' }, skip: count, select: { at: true } });
  return row?.at ?? null;
}

export async function deleteSightingsBefore(before: Date): Promise<void> {
  await database().nodeSighting.deleteMany({ where: { lastSeenAt: { lt: before } } });
}

export async function deleteRefusalsBefore(before: Date): Promise<void> {
  await database().refusedCredentials.deleteMany({ where: { hour: { lt: before } } });
}
