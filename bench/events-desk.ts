import { z } from 'zod';
import { startProgram } from '@/scripts/processes';
import { openConnection } from './connection';
import { secondsUntilApplied } from './events-database';
import { eventsRequest } from './events-run-load';
import { LEGS, sampleDelivery } from './events-sample';
import type { BenchAgent } from './events-seed';
import { openDeskTab } from './events-tab';
import { measureTelling, type OpenDesk, type Telling } from './events-telling';
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
  /** Events at a steady rate, until they are read from the desk's connection. */
  connection: Telling;
  /** The same until they stand in the page of an agent's browser. */
  tab: Telling;
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
    const telling = { eventsPerSecond: plan.eventsPerSecond, seconds: plan.seconds, startedAt };
    const connection = await toldTo(await openConnectionOf(appUrl, cookie), (desk) =>
      measureTelling(server, desk, { ...telling, turnsBefore: 1 }),
    );
    const tab = await toldTo(await openDeskTab(appUrl, plan.agent), (desk) =>
      measureTelling(server, desk, { ...telling, turnsBefore: 2 }),
    );
    return { meetings, people, listMs: timesMs, firstListMs, connection, tab };
  } finally {
    await server.stop();
  }
}

async function toldTo(desk: OpenDesk, measure: (desk: OpenDesk) => Promise<Telling>): Promise<Telling> {
  try {
    return await measure(desk);
  } finally {
    await desk.close();
  }
}

const FIRST_LISTS = 20;
const BULK = 100;

/** Some while ago, for the sample's clock runs ahead of ours: a turn of all legs is ten seconds. */
const startedAt = Date.now() / 1_000 - 15 * 60;

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

/** The connection of a desk, without the browser. */
async function openConnectionOf(appUrl: string, cookie: string): Promise<OpenDesk> {
  const heardAt = new Map<string, number>();
  const watcher = watchDesk(appUrl, cookie, (text) => {
    for (const [name] of text.matchAll(/Dana Visitor \d+\.\d+/g))
      if (!heardAt.has(name)) heardAt.set(name, performance.timeOrigin + performance.now());
  });
  await watcher.firstListMs;
  const legs = Array.from({ length: LEGS }, (_, leg) => leg);
  return { legs: async () => legs, heard: async () => heardAt, close: async () => watcher.close() };
}
