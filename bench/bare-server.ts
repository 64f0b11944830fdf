import { createServer } from 'node:http';
import pg from 'pg';
import { settings } from '@/lib/config/env';

// What Mayfly is measured against: node:http and pg, one named prepared look-up of the columns that Mayfly reads, on a
// pool of ten connections (Mayfly has four for this, and uses two), and nothing else. No credentials are checked, no rule is applied, nothing is recorded,
// the query is not parsed: a server that looks up each alias by itself can hardly do less.

interface Row {
  id: string;
  serviceName: string;
  hostPin: string;
}

const FIND_MEETING = {
  name: 'bare-meeting',
  text: `SELECT id, service_name AS "serviceName", valid_from AS "validFrom", valid_until AS "validUntil",
    cancelled_at AS "cancelledAt", host_pin AS "hostPin", is_lobby AS "isLobby",
    participant_limit AS "participantLimit", settings_id AS "settingsId", home_location AS "homeLocation",
    early_views_only AS "hasEarlyViewsOnly"
    FROM meeting WHERE alias = $1`,
};

const KEY = 'local_alias=';
const { port, databaseUrl } = settings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

/** Good enough for aliases without an escape in them, as those of the measurement are. */
function aliasIn(url: string): string {
  const at = url.indexOf(KEY) + KEY.length;
  const end = url.indexOf('&', at);
  return url.slice(at, end < 0 ? undefined : end);
}

const server = createServer(async (request, response) => {
  const { rows } = await pool.query<Row>({ ...FIND_MEETING, values: [aliasIn(request.url ?? '')] });
  const row = rows[0];
  const body = row
    ? `{"status":"success","result":{"service_tag":"${row.id}","name":${JSON.stringify(row.serviceName)},"pin":"${row.hostPin}"}}`
    : '{"status":"success","action":"reject"}';
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body);
});

server.listen(port, () => console.log('The bare server is ready'));
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void pool.end());
});
