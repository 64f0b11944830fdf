import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { builtSite } from './built-site';
import { otherCores, pinSelf, SERVER_CORE } from './cores';
import { startGenerator, type Generator } from './generator';
import { measureRound } from './measure-round';
import { readOptions, type BenchOptions } from './options';
import type { Account, BenchDatabase, Runner } from './run-server';
import { LoadResult, type LoadPlan } from './run-load';
import { createDatabase, seedMeetings, serverVersion } from './seed-meetings';
import { loadNote, toMarkdown, type Round } from './table';
import { runBench, started } from './started';

// npm run bench:policy: Mayfly's policy server beside a bare one (bench/README.md). Ends with 1 when an answer was wrong
// or a decision was not recorded, since the figures then mean nothing; a missed aim is said, and is no failure.

let isSound = true;

async function bench(options: BenchOptions): Promise<void> {
  await builtSite();
  // After the build, which may use every core. Whatever is started from here on stays beside the server's core.
  const isPinned = pinSelf(otherCores());
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-bench-'));
  started.push({ stop: () => rm(folder, { recursive: true, force: true }) });
  const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  started.push(postgres);
  const databases = {
    small: await seededDatabase(postgres.url, 'small', options.small),
    large: await seededDatabase(postgres.url, 'large', options.large),
  };
  const generator = startGenerator<LoadPlan, LoadResult>('bench/load.ts', LoadResult);
  const measuring = measureRounds(generator, options, databases);
  // Without a generator the round under way fails, and stops its server before anything else goes.
  started.push({ stop: () => measuring.catch(() => {}) }, generator);
  const rounds = await measuring;
  const place = isPinned
    ? `the server alone on core ${SERVER_CORE}`
    : 'nothing pinned: taskset or a second core is missing';
  console.log(`
${toMarkdown(rounds, options)}

Medians of ${rounds.length} round(s) of ${options.seconds} s on ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${place};
Node ${process.versions.node}, PostgreSQL ${await serverVersion(postgres.url)}. ${loadNote(rounds)}`);
}

async function measureRounds(
  generator: Generator<LoadPlan, LoadResult>,
  options: BenchOptions,
  databases: { small: BenchDatabase; large: BenchDatabase },
): Promise<Round[]> {
  const rounds: Round[] = [];
  const onAccount = (account: Account) => tell(rounds.length, account);
  const runner: Runner = { generator, options, onAccount };
  while (rounds.length < options.rounds) rounds.push(await measureRound(runner, rounds.length, databases));
  return rounds;
}

async function seededDatabase(serverUrl: string, name: string, meetings: number): Promise<BenchDatabase> {
  console.log(`· Filling a database with ${meetings.toLocaleString('en-GB')} meetings`);
  const url = await createDatabase(serverUrl, name);
  await prepareDatabase(url);
  await seedMeetings(url, meetings);
  return { url, meetings };
}

function tell(round: number, { server, meetings, answered, wrong, complaint, recorded }: Account): void {
  const [count, size] = [answered.toLocaleString('en-GB'), meetings.toLocaleString('en-GB')];
  const isComplete = recorded === null || recorded === answered;
  const decisions = recorded === null ? '' : `, ${recorded.toLocaleString('en-GB')} decisions recorded`;
  console.log(`· Round ${round + 1}, ${server}, ${size} meetings: ${count} answers, ${wrong} wrong${decisions}`);
  if (wrong > 0) console.error(complaint);
  if (!isComplete)
    console.error('  Not every decision is on record: the figures are not those of a server that keeps them.');
  if (wrong > 0 || !isComplete) isSound = false;
}

await runBench(async () => {
  await bench(readOptions(process.argv.slice(2)));
  return isSound;
});
