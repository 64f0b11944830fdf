import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { startProgram } from '@/scripts/processes';
import { openConnection } from './connection';
import { secondsUntilApplied } from './events-database';
import { eventsRequest } from './events-run-load';
import { LEGS, sampleDelivery, sampleEvent } from './events-sample';
import type { BenchAgent } from './events-seed';
import { signIn, watchDesk } from './events-watcher';
import { startServer, type BenchServer } from './servers';

/** What a desk sees with ten thousand people in calls. Milliseconds, each measurement by itself. */
export interface DeskFigures {
  meetings: number;
  people: number;
  /** The whole list, within the server. */
  listMs: number[];
  /** From asking for the list until all of it was here. */
  firstListMs: number[];
  /** From the POST of an event until the desk was told. */
  toldMs: number[];
  /** Events that the desk was never told of. */
  untold: number;
}

export interface DeskPlan {
  databaseUrl: string;
  agent: BenchAgent;
  eventsPerSecond: number;
  seconds: number;
}

/** People come in by events, as they would; then the list is measured, and how soon a desk learns of an event. */
export async function measureDesk(plan: DeskPlan): Promise<DeskFigures> {
  const server = await startServer('mayfly', plan.databaseUrl);
  try {
    await bringPeopleIn(server, plan.databaseUrl);
    const { meetings, people, timesMs } = await measureList(plan.databaseUrl);
    const appUrl = `http://localhost:${server.port}`;
    const cookie = await signIn(appUrl, plan.agent);
    const firstListMs: number[] = [];
    for (let count = 0; count < FIRST_LISTS; count++) {
      const watcher = watchDesk(appUrl, cookie);
      firstListMs.push(await watcher.firstListMs);
      watcher.close();
    }
    return { meetings, people, listMs: timesMs, firstListMs, ...(await measureTelling(server, cookie, plan)) };
  } finally {
    await server.stop();
  }
}

const FIRST_LISTS = 20;
const BULK = 100;

const startedAt = Date.now() / 1_000;

async function bringPeopleIn(server: BenchServer, databaseUrl: string): Promise<void> {
  const connection = await openConnection(server.port);
  const authorization = server.eventsAuthorization;
  for (let first = 0; first < LEGS; first += BULK) {
    const body = sampleDelivery(first, BULK, startedAt);
    const response = await connection.ask(eventsRequest(body, { port: server.port, authorization }));
    if (!response.startsWith('HTTP/1.1 200 ')) throw new Error(`the sink answered ${response.slice(0, 200)}`);
  }
  connection.close();
  await secondsUntilApplied(databaseUrl);
}

const List = z.object({ meetings: z.int(), people: z.int(), timesMs: z.array(z.number()) });

async function measureList(databaseUrl: string): Promise<z.infer<typeof List>> {
  const args = ['--import', './bench/on-server-core.ts', 'bench/events-list.ts'];
  const program = await startProgram(
    args,
    { NODE_ENV: 'production', DATABASE_URL: databaseUrl, ...SETTINGS },
    /^list .*\n/m,
  );
  const output = await program.ended;
  return List.parse(JSON.parse(/^list (.*)$/m.exec(output)?.[1] ?? ''));
}

/** What settings need and a list does not. */
const SETTINGS = Object.fromEntries(
  ['POLICY_USERNAME', 'POLICY_PASSWORD', 'EVENTS_USERNAME', 'EVENTS_PASSWORD']
    .map((name) => [name, 'measured'])
    .concat([
      ['NEXTAUTH_SECRET', 'measured '.repeat(4)],
      ['APP_URL', 'http://localhost:3000'],
      ['INFINITY_NODES', 'http://localhost:7080'],
      ['MANAGEMENT_URL', ''],
    ]),
) as Record<string, string>;

const CONNECTIONS = 16;
const LAST_CHANCE_MS = 3_000;

/** Events at a steady rate, whether earlier ones have been answered or not. */
async function measureTelling(
  server: BenchServer,
  cookie: string,
  { eventsPerSecond, seconds }: DeskPlan,
): Promise<Pick<DeskFigures, 'toldMs' | 'untold'>> {
  const sentAt: number[] = [];
  const toldMs = new Map<number, number>();
  const watcher = watchDesk(`http://localhost:${server.port}`, cookie, (text) => {
    for (const [, leg] of text.matchAll(/"Dana Visitor (\d+)\.1"/g)) {
      const sent = sentAt[Number(leg)];
      if (sent !== undefined && !toldMs.has(Number(leg))) toldMs.set(Number(leg), performance.now() - sent);
    }
  });
  await watcher.firstListMs;
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(server.port)));
  const plan = { port: server.port, authorization: server.eventsAuthorization };
  /** What each connection was last asked: the next question waits for its answer, and that counts. */
  const lastAnswers = connections.map(() => Promise.resolve(''));
  const answers: Promise<string>[] = [];
  const from = performance.now();
  for (let leg = 0; leg < Math.min(LEGS, eventsPerSecond * seconds); leg++) {
    await wait(Math.max(0, from + (leg * 1_000) / eventsPerSecond - performance.now()));
    const request = eventsRequest(sampleEvent(LEGS + leg, startedAt), plan);
    sentAt[leg] = performance.now();
    const turn = leg % CONNECTIONS;
    answers.push((lastAnswers[turn] = lastAnswers[turn]!.then(() => connections[turn]!.ask(request))));
  }
  const wrong = (await Promise.all(answers)).filter((answer) => !answer.startsWith('HTTP/1.1 200 '));
  if (wrong.length > 0) throw new Error(`the sink answered ${wrong[0]?.slice(0, 200)}`);
  const deadline = performance.now() + LAST_CHANCE_MS;
  while (toldMs.size < sentAt.length && performance.now() < deadline) await wait(10);
  for (const connection of connections) connection.close();
  watcher.close();
  return { toldMs: [...toldMs.values()], untold: sentAt.length - toldMs.size };
}
