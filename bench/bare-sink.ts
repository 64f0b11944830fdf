import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { settings } from '@/lib/config/env';

// What Mayfly's event sink is measured against: node:http and pg, one named prepared insert for each request, over ten
// connections as Mayfly has, and nothing else. No credentials are checked, nothing is de-duplicated, ordered, indexed or
// looked into: a single event goes to the database as the text that came. It is as durable as Mayfly's.

const STORE_ONE = { name: 'bare-one', text: 'INSERT INTO bare_event (body) VALUES ($1::jsonb)' };
const STORE_BULK = { name: 'bare-bulk', text: 'INSERT INTO bare_event (body) SELECT unnest($1::jsonb[])' };
const ANSWER = '{"status":"success"}';

const { port, databaseUrl } = settings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => request.once('end', resolve));
  return Buffer.concat(chunks).toString('utf8');
}

async function store(body: string): Promise<void> {
  if (!body.includes('"eventsink_bulk"')) {
    await pool.query({ ...STORE_ONE, values: [body] });
    return;
  }
  const { data } = JSON.parse(body) as { data: unknown[] };
  await pool.query({ ...STORE_BULK, values: [data.map((event) => JSON.stringify(event))] });
}

const server = createServer(async (request, response) => {
  await store(await bodyOf(request));
  response
    .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(ANSWER) })
    .end(ANSWER);
});

server.listen(port, () => console.log('The bare server is ready'));
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void pool.end());
});
