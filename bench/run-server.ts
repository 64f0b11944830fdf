import type { Figures } from './figures';
import type { Generator } from './generator';
import { measureFresh, measurePasses, type Bench } from './measure';
import type { BenchOptions } from './options';
import type { LoadPlan, LoadResult } from './run-load';
import { SCENARIOS, type ScenarioName } from './scenarios';
import { countDecisions, prewarm } from './seed-meetings';
import { startServer, type ServerName } from './servers';

export interface BenchDatabase {
  url: string;
  meetings: number;
}

/** What one life of a server came to, besides the figures. */
export interface Account {
  server: ServerName;
  meetings: number;
  answered: number;
  wrong: number;
  /** The first wrong answers, and the last that the server printed. Empty when none was wrong. */
  complaint: string;
  /** Decisions on record afterwards; null for the bare server, which keeps none. */
  recorded: number | null;
}

/** Starts servers and has them measured; the same for all rounds. */
export interface Runner {
  generator: Generator<LoadPlan, LoadResult>;
  options: BenchOptions;
  /** Told of each server when it has been measured. */
  onAccount(account: Account): void;
}

/**
 * Starts a server afresh, so that it remembers nothing, warms it up, has it measured and stops it. Each load asks for
 * meetings that this server was never asked for, except in a small database, where there are no more of them.
 */
export async function runServer<Result>(
  runner: Runner,
  name: ServerName,
  { url, meetings }: BenchDatabase,
  work: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const { generator, options, onAccount } = runner;
  await prewarm(url);
  const server = await startServer(name, url);
  const tally = { answered: 0, wrong: 0, examples: [] };
  const bench: Bench = { server, generator, meetings, tally, nextPlace: 0 };
  try {
    if (name === 'mayfly') await servePage(server.port);
    await measurePasses(bench, options.small, options.warmUpPasses);
    const result = await work(bench);
    const { answered, wrong, examples } = bench.tally;
    const complaint = wrong === 0 ? '' : [...new Set(examples), server.output()].join('\n');
    const recorded = name === 'bare' ? null : await countDecisions(url, answered);
    onAccount({ server: name, meetings, answered, wrong, complaint, recorded });
    return result;
  } finally {
    await server.stop();
  }
}

/** From its first page on Next follows every promise of its thread: nobody runs Mayfly without one, so it is not measured without. */
async function servePage(port: number): Promise<void> {
  const page = await fetch(`http://localhost:${port}/`);
  if (!page.ok) throw new Error(`The site answered ${page.status}`);
  await page.text();
}

/** The scenarios that both servers go through. */
export async function measureScenarios(bench: Bench, seconds: number): Promise<Record<ScenarioName, Figures>> {
  const seen = {} as Record<ScenarioName, Figures>;
  for (const [index, { name, load }] of SCENARIOS.entries()) {
    seen[name] = await measureFresh(bench, { ...load, seconds }, SCENARIOS.length - index - 1);
  }
  return seen;
}
