import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';

let folder: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mayfly-postgres-'));
  postgres = await startEmbeddedPostgres(folder);
});

afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => {}); // the server is killed under it
  await client.connect();
  return client;
}

it('is up again with every commit after its server was killed in the middle of work, however soon it is asked to', async () => {
  const first = await connect();
  await first.query('CREATE TABLE note (text text)');
  for (const round of [1, 2, 3]) {
    const client = await connect();
    await client.query('INSERT INTO note VALUES ($1)', [`round ${round}`]);
    const working = Array.from({ length: 10 }, connect).map(async (other) => {
      await (await other).query(`INSERT INTO note SELECT repeat('x', 500) FROM generate_series(1, 100000)`);
    });
    const cutOff = Promise.allSettled(working);
    await client.query('SELECT pg_sleep(0.2)');
    const [pid] = (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    postgres = await startEmbeddedPostgres(folder);
    await cutOff;
  }
  const client = await connect();
  const { rows } = await client.query<{ text: string }>(`SELECT text FROM note WHERE text LIKE 'round%' ORDER BY text`);
  expect(rows.map(({ text }) => text)).toEqual(['round 1', 'round 2', 'round 3']);
  await client.end();
});
