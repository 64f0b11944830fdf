import { setTimeout as wait } from 'node:timers/promises';
import { openConnection } from './connection';
import { eventsRequest } from './events-run-load';
import { LEGS, nameOf, sampleEvent } from './events-sample';
import type { BenchServer } from './servers';

/** A desk that is open, and hears of people by their names (events-sample.ts). */
export interface OpenDesk {
  /** The legs that it would tell apart if they were told of now. */
  legs(): Promise<number[]>;
  /** When it first heard of each name: ms since the epoch. */
  heard(): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

export interface Telling {
  /** From the POST of each event until the desk had it, in ms. */
  toldMs: number[];
  /** Events that the desk was never told of. */
  untold: number;
}

export interface TellingPlan {
  eventsPerSecond: number;
  seconds: number;
  /** How often each leg was told of before, at most: the events of a turn are new to the server. */
  turnsBefore: number;
  startedAt: number;
}

const CONNECTIONS = 16;
const LAST_CHANCE_MS = 3_000;

/** The one clock that a process and a page of the same machine share. */
const nowMs = () => performance.timeOrigin + performance.now();

/** Events at a steady rate, whether earlier ones have been answered or not, of legs that this desk shows. */
export async function measureTelling(
  server: BenchServer,
  desk: OpenDesk,
  { eventsPerSecond, seconds, turnsBefore, startedAt }: TellingPlan,
): Promise<Telling> {
  const legs = await desk.legs();
  const sentAt = new Map<string, number>();
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(server.port)));
  const plan = { port: server.port, authorization: server.eventsAuthorization };
  /** What each connection was last asked: the next question waits for its answer, and that counts. */
  const lastAnswers = connections.map(() => Promise.resolve(''));
  const answers: Promise<string>[] = [];
  const from = performance.now();
  for (let event = 0; event < eventsPerSecond * seconds; event++) {
    await wait(Math.max(0, from + (event * 1_000) / eventsPerSecond - performance.now()));
    const leg = legs[event % legs.length]!;
    const turn = turnsBefore + Math.floor(event / legs.length);
    const request = eventsRequest(sampleEvent(turn * LEGS + leg, startedAt), plan);
    sentAt.set(nameOf(leg, turn), nowMs());
    const next = event % CONNECTIONS;
    answers.push((lastAnswers[next] = lastAnswers[next]!.then(() => connections[next]!.ask(request))));
  }
  const wrong = (await Promise.all(answers)).filter((answer) => !answer.startsWith('HTTP/1.1 200 '));
  if (wrong.length > 0) throw new Error(`the sink answered ${wrong[0]?.slice(0, 200)}`);
  for (const connection of connections) connection.close();

  const toldMs = async () => {
    const heard = await desk.heard();
    return [...sentAt].flatMap(([name, sent]) => (heard.has(name) ? heard.get(name)! - sent : []));
  };
  const deadline = performance.now() + LAST_CHANCE_MS;
  while ((await toldMs()).length < sentAt.size && performance.now() < deadline) await wait(100);
  const all = await toldMs();
  return { toldMs: all, untold: sentAt.size - all.length };
}
