import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { meetingAt, numberAt } from './meetings';
import { runLoad, type LoadPlan } from './run-load';

const MEETINGS = 10_000;
const idOf = new Map(
  Array.from({ length: 100 }, (_, place) => meetingAt(numberAt(place, MEETINGS))).map((m) => [m.alias, m.id]),
);
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function load(listener: RequestListener, changes: Partial<LoadPlan> = {}) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const plan = { port, authorization: 'Basic eDp5', connections: 4, asks: 1, meetings: MEETINGS, from: 0, to: 100 };
  return runLoad({ ...plan, seconds: 20, ...changes });
}

const bodyFor = (url = '') =>
  JSON.stringify({ result: { service_tag: idOf.get(new URL(url, 'http://x').searchParams.get('local_alias') ?? '') } });

const right: RequestListener = (request, response) => {
  const body = bodyFor(request.url);
  response.writeHead(200, { 'Content-Length': body.length }).end(body);
};

it('every meeting of the stretch is asked for as often as was said, and every right answer is counted as one', async () => {
  const asked = new Map<string, number>();
  const result = await load(
    (request, response) => {
      expect(request.headers.authorization).toBe('Basic eDp5');
      const alias = new URL(request.url ?? '', 'http://x').searchParams.get('local_alias')!;
      asked.set(alias, (asked.get(alias) ?? 0) + 1);
      right(request, response);
    },
    { asks: 4 },
  );
  expect(result).toMatchObject({ answered: 400, wrong: 0, nextPlace: 100 });
  expect(asked.size).toBe(100);
  expect(new Set(asked.values())).toEqual(new Set([4]));
});

it('one answer for another meeting among many right ones is found', async () => {
  let answered = 0;
  const result = await load((request, response) => {
    if (++answered !== 50) return right(request, response);
    const body = JSON.stringify({ result: { service_tag: meetingAt(9_999).id } });
    response.writeHead(200, { 'Content-Length': body.length }).end(body);
  });
  expect(result).toMatchObject({ answered: 100, wrong: 1 });
  expect(result.examples).toHaveLength(1);
});

it('a server that cannot decide, and one that hangs up, are wrong', async () => {
  const failing = await load((_, response) => response.writeHead(503, { 'Content-Length': 0 }).end());
  expect(failing.wrong).toBe(100);
  const leaving = await load((request) => request.socket.destroy());
  expect(leaving).toMatchObject({ answered: 0, wrong: 4 });
});

it('an answer that arrives in pieces is one answer', async () => {
  const result = await load((request, response) => {
    const body = bodyFor(request.url);
    response.writeHead(200, { 'Content-Length': body.length });
    response.write(body.slice(0, 10));
    setTimeout(() => response.end(body.slice(10)), 1);
  });
  expect(result).toMatchObject({ answered: 100, wrong: 0 });
});

it('latency is what the caller waits', async () => {
  const WAIT_MS = 30;
  const result = await load((request, response) => void setTimeout(() => right(request, response), WAIT_MS), {
    to: 20,
  });
  expect(result.p50Ms).toBeGreaterThanOrEqual(WAIT_MS - 2);
  expect(result.p50Ms).toBeLessThan(WAIT_MS * 5);
});

it('the load ends when its time is over', async () => {
  const slow: RequestListener = (request, response) => void setTimeout(() => right(request, response), 20);
  const result = await load(slow, { connections: 1, seconds: 0.2 });
  expect(result.nextPlace).toBeLessThan(20);
  expect(result.wrong).toBe(0);
});
