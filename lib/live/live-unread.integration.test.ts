import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/db/client';
import { closeServer, listen } from '@/lib/server/http-server';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { LIVE_CHANNEL } from './live-channel';
import { closeLiveStreams } from './live-hub';
import { liveStream } from './live-stream';

beforeAll(async () => void (await testDatabase()));
afterEach(() => closeLiveStreams());

const SOON = { timeout: 20_000, interval: 50 };
/** In place of the minute for which a connection may be silent. */
const SILENCE_MS = 1_000;

/** One stream over a real connection, which tells how much of it waits here for a browser that does not take it. */
async function serveLive() {
  const state = { isOver: false, waiting: 0, mostWaiting: 0 };
  const server = createServer((_request, response) => {
    const abort = new AbortController();
    response.on('close', () => {
      state.isOver = true;
      abort.abort();
    });
    const live = liveStream(new Request('http://instance/api/live', { signal: abort.signal }));
    response.writeHead(live.status, Object.fromEntries(live.headers));
    Readable.fromWeb(live.body as ReadableStream).pipe(response);
    setInterval(() => {
      state.waiting = response.writableLength;
      state.mostWaiting = Math.max(state.mostWaiting, state.waiting);
    }, 10).unref();
  });
  await listen(server, 0, false);
  server.setTimeout(SILENCE_MS);
  return { server, state };
}

async function openUnread(server: Server): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET /api/live HTTP/1.1\r\nHost: instance\r\n\r\n');
  await new Promise((resolve) => socket.once('readable', resolve));
  return socket;
}

/** Meetings that are half a megabyte on the desk. */
async function busyDesk(): Promise<string[]> {
  const meetings = await Promise.all(Array.from({ length: 100 }, () => storedMeeting()));
  const names = meetings.map(({ serviceName }) => serviceName);
  await pool().query(
    `insert into participant (service_name, conversation_id, display_name, is_counted, is_waiting, is_muted, arrived_at)
     select name, 'person-' || n, repeat('n', 200), true, false, false, now()
     from unnest($1::text[]) as name, generate_series(1, 12) as n`,
    [names],
  );
  return names;
}

async function changeAll(names: string[], round: number): Promise<void> {
  await pool().query(
    `update participant set display_name = repeat('n', 200) || $1 where conversation_id = 'person-1'`,
    [String(round)],
  );
  await pool().query(
    `select pg_notify($1, json_build_object('serviceName', name)::text)::text from unnest($2::text[]) as name`,
    [LIVE_CHANNEL, names],
  );
}

test('a browser that reads nothing has its connection ended, and little was kept for it', async () => {
  const names = await busyDesk();
  const { server, state } = await serveLive();
  const socket = await openUnread(server);
  let round = 0;
  // Until what the kernel keeps is full; from then on nothing moves on the connection.
  const change = async () => {
    await changeAll(names, (round += 1));
    return state.isOver;
  };
  await expect.poll(change, SOON).toBe(true);
  expect(state.mostWaiting).toBeGreaterThan(0);
  // A message that is under way, however many there were.
  expect(state.mostWaiting).toBeLessThan(2 * 1024 * 1024);
  socket.destroy();
  await closeServer(server, closeLiveStreams);
});
