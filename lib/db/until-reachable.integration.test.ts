import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { prepareDatabase } from './prepare-database';
import { NoDatabase, untilReachable } from './until-reachable';

let url: URL;
beforeAll(async () => {
  url = new URL(await testDatabase());
});

const lines: string[] = [];
let server: Server | undefined;
afterEach(() => {
  lines.length = 0;
  server?.close();
  server = undefined;
});

function listening() {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
}

async function connectTo(to: URL, connectionTimeoutMillis = 2_000) {
  const client = new pg.Client({ connectionString: to.href, connectionTimeoutMillis });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<{ one: number }>('SELECT 1 AS one')).rows[0]?.one;
  } finally {
    await client.end();
  }
}

/** An address that leads to the database, only once it is open. */
async function wayTo(database: URL, delayMs: number[] = []) {
  server = createServer((socket) => {
    const through = () => socket.pipe(connect(Number(database.port), database.hostname)).pipe(socket);
    socket.on('error', () => undefined);
    setTimeout(through, delayMs.shift() ?? 0);
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const way = new URL(database);
  way.port = String((server.address() as AddressInfo).port);
  return way;
}

async function closedWayTo(database: URL) {
  const way = await wayTo(database);
  await new Promise((resolve) => server!.close(resolve));
  return way;
}

describe('a start', () => {
  it('waits for a database that is not there yet, says so, and goes on when it comes', async () => {
    listening();
    const way = await closedWayTo(url);
    setTimeout(() => server!.listen(Number(way.port), '127.0.0.1'), 400);
    const patience = { limitMs: 20_000, everyMs: 50, tellEveryMs: 100 };
    expect(await untilReachable(way.href, () => connectTo(way), patience)).toBe(1);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0]).toContain(`waiting for the database at 127.0.0.1:${way.port}`);
    expect(lines.join()).not.toContain(way.password);
  });

  it('gives up in the end, in one line that says which database, without the password', async () => {
    listening();
    const way = await closedWayTo(url);
    const patience = { limitMs: 200, everyMs: 50, tellEveryMs: 1_000 };
    const started = untilReachable(way.href, () => prepareDatabase(way.href), patience);
    const error = await started.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(NoDatabase);
    const { message } = error as NoDatabase;
    expect(message).toMatch(new RegExp(`^The database at 127.0.0.1:${way.port} .* cannot be reached: .*ECONNREFUSED`));
    expect(message).not.toContain('\n');
    expect(message).not.toContain(way.password);
    expect(lines).toHaveLength(1);
  });

  it('is not ended by one connection that took too long', async () => {
    listening();
    const way = await wayTo(url, [1_500]);
    const patience = { limitMs: 20_000, everyMs: 50, tellEveryMs: 1_000 };
    expect(await untilReachable(way.href, () => connectTo(way, 1_000), patience)).toBe(1);
    expect(lines).toHaveLength(1);
  });

  it('does not wait where waiting does not help', async () => {
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(untilReachable(wrong.href, () => connectTo(wrong))).rejects.toThrow(/password authentication failed/);
    const none = new URL(url);
    none.pathname = '/nowhere';
    await expect(untilReachable(none.href, () => connectTo(none))).rejects.toThrow(/"nowhere" does not exist/);
    const mistake = new Error('a mistake of ours');
    await expect(untilReachable(url.href, () => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});
