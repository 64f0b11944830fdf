import { setTimeout as wait } from 'node:timers/promises';
import type { Asked } from './ask-in-turns';
import { medianFigures, type Figures } from './figures';
import type { Generator } from './generator';
import type { LoadPlan, LoadResult } from './run-load';
import type { BenchServer } from './servers';

/** A server on a database, and the generator that asks it. */
export interface Bench {
  server: BenchServer;
  generator: Generator<LoadPlan, LoadResult>;
  meetings: number;
  /** What every load so far came to: answers, and wrong ones with examples. */
  tally: { answered: number; wrong: number; examples: string[] };
  /** The first place of the order that this server was not asked for yet. */
  nextPlace: number;
}

export interface Load {
  connections: number;
  asks: number;
  seconds: number;
}

/** Measures one load over meetings that this server was never asked for, leaving as many to each load that follows. */
export function measureFresh(bench: Bench, load: Load, loadsToFollow: number): Promise<Figures> {
  const from = bench.nextPlace;
  return measure(bench, load, from, from + Math.floor((bench.meetings - from) / (1 + loadsToFollow)));
}

/** Longer than a server may remember what it looked up (a second), so that each look-up goes to the database. */
const FORGET_MS = 1_200;
const LONGEST_PASS_SECONDS = 60;

/**
 * Measures every request for another meeting, on as many meetings as a small database has, several times over. In
 * between the server is left alone until it has to look again; a larger database is measured with the same pauses.
 */
export async function measurePasses(bench: Bench, meetings: number, passes: number): Promise<Figures> {
  const load = { connections: 32, asks: 1, seconds: LONGEST_PASS_SECONDS };
  const seen: Figures[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const from = bench.nextPlace + meetings <= bench.meetings ? bench.nextPlace : 0;
    seen.push(await measure(bench, load, from, from + meetings));
    await wait(FORGET_MS);
  }
  return medianFigures(seen);
}

async function measure(bench: Bench, load: Load, from: number, to: number): Promise<Figures> {
  const { server, generator, meetings, tally } = bench;
  const { port, authorization } = server;
  const cpuBefore = server.cpuUs();
  const result = await generator.run({ ...load, port, authorization, meetings, from, to });
  const cpuAfter = server.cpuUs();
  bench.nextPlace = result.nextPlace;
  tally.answered += result.answered;
  tally.wrong += result.wrong;
  tally.examples.push(...result.examples);
  return toFigures(result, cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore);
}

/** What asking came to, with the CPU time that the server used meanwhile. */
export function toFigures(result: Asked, cpuUs: number | null): Figures {
  const { answered, seconds, p50Ms, p95Ms, p99Ms, generatorShare } = result;
  return {
    perSecond: answered / seconds,
    ...{ p50Ms, p95Ms, p99Ms, generatorShare },
    cpuUsEach: cpuUs === null || answered === 0 ? null : cpuUs / answered,
    serverShare: cpuUs === null ? null : cpuUs / 1e6 / seconds,
  };
}
