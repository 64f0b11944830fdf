import { createHistogram, performance } from 'node:perf_hooks';
import { z } from 'zod';
import { openConnection, type Connection } from './connection';
import { meetingAt, numberAt } from './meetings';
import { isRight, requestTemplate, writeAlias } from './requests';

/** What the generator is to do. */
export const LoadPlan = z.object({
  port: z.int(),
  authorization: z.string(),
  connections: z.int().positive(),
  /** How often each meeting is asked for, one time after the other on one connection. */
  asks: z.int().positive(),
  /** How many meetings the database holds. */
  meetings: z.int().positive(),
  /** The stretch of the order to ask for. When it is used up, the load ends early: no meeting comes twice in one. */
  from: z.int(),
  to: z.int(),
  seconds: z.number().positive(),
});
export type LoadPlan = z.infer<typeof LoadPlan>;

/** What it saw. */
export const LoadResult = z.object({
  /** Requests that were answered, rightly or wrongly. */
  answered: z.int(),
  wrong: z.int(),
  /** The first wrong ones, in words and without what was in them. */
  examples: z.array(z.string()),
  seconds: z.number(),
  /** The first place of the order that was not asked for. */
  nextPlace: z.int(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  p99Ms: z.number(),
  /** Share of one core that the generator itself took. */
  generatorShare: z.number(),
});
export type LoadResult = z.infer<typeof LoadResult>;

const EXAMPLES = 3;

/** Asks as many requests as are answered in the time given, each connection one after the other, and checks every answer. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const connections = await Promise.all(Array.from({ length: plan.connections }, () => openConnection(plan.port)));
  const latenciesUs = createHistogram();
  const seen = { answered: 0, wrong: 0, examples: [] as string[] };
  let place = plan.from;

  function noteWrong(text: string): void {
    seen.wrong++;
    if (seen.examples.length < EXAMPLES) seen.examples.push(text);
  }

  async function askInTurn(connection: Connection, index: number, endAt: number): Promise<void> {
    const template = requestTemplate(index, plan.port, plan.authorization);
    while (place < plan.to && performance.now() < endAt) {
      const meeting = meetingAt(numberAt(place++, plan.meetings));
      writeAlias(template, meeting.alias);
      for (let ask = 0; ask < plan.asks; ask++) {
        const askedAt = performance.now();
        const response = await connection.ask(template.bytes);
        latenciesUs.record(Math.max(1, Math.round((performance.now() - askedAt) * 1_000)));
        seen.answered++;
        if (!isRight(response, meeting)) noteWrong(`${response.split('\r\n', 1)[0]}, not with the meeting asked for`);
      }
    }
  }

  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endAt = startedAt + plan.seconds * 1_000;
  await Promise.all(
    connections.map((connection, index) =>
      askInTurn(connection, index, endAt).catch((error: unknown) => noteWrong(String(error))),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  for (const connection of connections) connection.close();

  const ms = (percentile: number) => latenciesUs.percentile(percentile) / 1_000;
  return {
    ...seen,
    ...{ seconds, nextPlace: place, p50Ms: ms(50), p95Ms: ms(95), p99Ms: ms(99) },
    generatorShare: (cpu.user + cpu.system) / 1e6 / seconds,
  };
}
