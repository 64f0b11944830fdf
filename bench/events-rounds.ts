import type { Figures } from './figures';
import { clearEvents, countEvents, secondsUntilApplied } from './events-database';
import type { EventsPlan, EventsResult } from './events-run-load';
import type { Generator } from './generator';
import { toFigures } from './measure';
import { startServer, type BenchServer } from './servers';

export type SinkName = 'bareSink' | 'mayfly';
export type SinkLoad = 'singles' | 'bulks';

/** What is sent, and the share of the bare server's throughput that the project aims at (design.md §12). */
export const SINK_LOADS: Record<SinkLoad, { title: string; connections: number; eventsEach: number }> = {
  singles: { title: '32 connections, one event each time', connections: 32, eventsEach: 1 },
  bulks: { title: '8 connections, a hundred events each time', connections: 8, eventsEach: 100 },
};
export const RATIO_AT_LEAST = 0.7;

/** What one load showed. Figures are by delivery, not by event. */
export interface SinkFigures {
  figures: Figures;
  eventsPerSecond: number;
  /** How long after the last answer everything was applied, and how many a second that makes; null for the bare server. */
  applying: { lagSeconds: number; perSecond: number } | null;
}
export type SinkRound = Record<SinkName, Record<SinkLoad, SinkFigures>>;

/** What one life of a server came to, besides the figures. */
export interface SinkAccount {
  server: SinkName;
  sent: number;
  stored: number;
  wrong: number;
  /** The first wrong answers, and the last that the server printed. Empty when none was wrong. */
  complaint: string;
}

export interface SinkRunner {
  generator: Generator<EventsPlan, EventsResult>;
  databases: Record<SinkName, string>;
  seconds: number;
  warmUpSeconds: number;
  onAccount(account: SinkAccount): void;
}

/** Both servers in turn, every second round the other way round: a machine that gets slower is no advantage to either. */
export async function measureSinkRound(runner: SinkRunner, index: number): Promise<SinkRound> {
  const early = index % 2 === 0 ? await measureSink(runner, 'bareSink') : null;
  const mayfly = await measureSink(runner, 'mayfly');
  return { mayfly, bareSink: early ?? (await measureSink(runner, 'bareSink')) };
}

/** One life of a server on empty tables: warmed up, measured, and its rows counted. */
async function measureSink(runner: SinkRunner, name: SinkName): Promise<Record<SinkLoad, SinkFigures>> {
  const databaseUrl = runner.databases[name];
  await clearEvents(databaseUrl);
  const server = await startServer(name, databaseUrl);
  const life: Life = {
    runner,
    name,
    server,
    databaseUrl,
    next: 0,
    startedAt: Date.now() / 1_000,
    wrong: 0,
    examples: [],
  };
  try {
    await send(life, 'singles', runner.warmUpSeconds);
    await send(life, 'bulks', runner.warmUpSeconds);
    const result = {
      singles: await send(life, 'singles', runner.seconds),
      bulks: await send(life, 'bulks', runner.seconds),
    };
    const complaint = life.wrong === 0 ? '' : [...new Set(life.examples), server.output()].join('\n');
    const stored = await countEvents(databaseUrl);
    runner.onAccount({ server: name, sent: life.next, stored, wrong: life.wrong, complaint });
    return result;
  } finally {
    await server.stop();
  }
}

interface Life {
  runner: SinkRunner;
  name: SinkName;
  server: BenchServer;
  databaseUrl: string;
  /** The first event that was not sent. */
  next: number;
  startedAt: number;
  wrong: number;
  examples: string[];
}

async function send(life: Life, load: SinkLoad, seconds: number): Promise<SinkFigures> {
  const { server, startedAt, next: from } = life;
  const { connections, eventsEach } = SINK_LOADS[load];
  const plan = { port: server.port, authorization: server.eventsAuthorization, startedAt, from, seconds };
  const cpuBefore = server.cpuUs();
  const result = await life.runner.generator.run({ ...plan, connections, eventsEach });
  const cpuAfter = server.cpuUs();
  life.next = result.next;
  life.wrong += result.wrong;
  life.examples.push(...result.examples);
  const lagSeconds = life.name === 'mayfly' ? await secondsUntilApplied(life.databaseUrl) : null;
  const events = result.next - from;
  return {
    figures: toFigures(result, cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore),
    eventsPerSecond: events / result.seconds,
    applying: lagSeconds === null ? null : { lagSeconds, perSecond: events / (result.seconds + lagSeconds) },
  };
}
