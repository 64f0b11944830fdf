import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { builtSite } from './built-site';
import { otherCores, pinSelf, SERVER_CORE } from './cores';
import { createBareTable } from './events-database';
import { measureDesk } from './events-desk';
import { measureSinkRound, type SinkAccount, type SinkRound, type SinkRunner } from './events-rounds';
import { EventsResult, type EventsPlan } from './events-run-load';
import { seedAgent, seedDesk, seedOpenMeetings } from './events-seed';
import { deskTable, sinkTable } from './events-table';
import { startGenerator } from './generator';
import { createDatabase, serverVersion } from './seed-meetings';
import { stopServers } from './servers';
import { runBench, started } from './started';

// npm run bench:events: Mayfly's event sink beside a bare one, and what a desk sees of it (bench/README.md). Ends with 1
// when an answer was wrong or an event is missing, since the figures then mean nothing; a missed aim is said, and is none.

const FULL = { rounds: 5, seconds: 5, warmUpSeconds: 2, storedEvents: 1_000_000, deskSeconds: 30 };
/** Shows that everything works, in a minute. Its figures mean little. */
const QUICK = { rounds: 1, seconds: 1, warmUpSeconds: 1, storedEvents: 20_000, deskSeconds: 5 };
const EVENTS_PER_SECOND = 100;

let isSound = true;

async function bench(options: typeof FULL): Promise<void> {
  await builtSite();
  const isPinned = pinSelf(otherCores());
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-bench-'));
  started.push({ stop: () => rm(folder, { recursive: true, force: true }) });
  const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  started.push(postgres);
  const generator = startGenerator<EventsPlan, EventsResult>('bench/events-load.ts', EventsResult);
  started.push(generator, { stop: stopServers });

  const databases = {
    mayfly: await migrated(postgres.url, 'events'),
    bareSink: await createDatabase(postgres.url, 'bare'),
  };
  await seedOpenMeetings(databases.mayfly);
  await createBareTable(databases.bareSink);
  const rounds: SinkRound[] = [];
  const onAccount = (account: SinkAccount) => tell(rounds.length, account);
  const runner: SinkRunner = { ...options, generator, databases, onAccount };
  while (rounds.length < options.rounds) rounds.push(await measureSinkRound(runner, rounds.length));
  console.log(`\n${sinkTable(rounds)}\n`);

  console.log(`· Filling a database with ${options.storedEvents.toLocaleString('en-GB')} stored events`);
  const databaseUrl = await migrated(postgres.url, 'desk');
  await seedDesk(databaseUrl, options.storedEvents);
  const agent = await seedAgent(databaseUrl);
  const desk = await measureDesk({
    databaseUrl,
    agent,
    eventsPerSecond: EVENTS_PER_SECOND,
    seconds: options.deskSeconds,
  });
  if (desk.connection.untold + desk.tab.untold > 0) isSound = false;
  const place = isPinned
    ? `the server alone on core ${SERVER_CORE}`
    : 'nothing pinned: taskset or a second core is missing';
  console.log(`
${deskTable(desk, { storedEvents: options.storedEvents, eventsPerSecond: EVENTS_PER_SECOND })}

Medians of ${rounds.length} round(s) of ${options.seconds} s on ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${place};
Node ${process.versions.node}, PostgreSQL ${await serverVersion(postgres.url)}.`);
}

async function migrated(serverUrl: string, name: string): Promise<string> {
  const url = await createDatabase(serverUrl, name);
  await prepareDatabase(url);
  return url;
}

function tell(round: number, { server, sent, stored, wrong, complaint }: SinkAccount): void {
  const [all, kept] = [sent.toLocaleString('en-GB'), stored.toLocaleString('en-GB')];
  console.log(`· Round ${round + 1}, ${server}: ${all} events sent, ${kept} stored, ${wrong} answers wrong`);
  if (wrong > 0) console.error(complaint);
  if (wrong > 0 || stored !== sent) isSound = false;
}

await runBench(async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
  await bench(values.quick ? QUICK : FULL);
  return isSound;
});
