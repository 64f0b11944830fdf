import { createHistogram, performance } from 'node:perf_hooks';
import { z } from 'zod';
import { openConnection, type Connection } from './connection';

/** What asking came to, whatever was asked. */
export const Asked = z.object({
  /** Requests that were answered, rightly or wrongly. */
  answered: z.int(),
  wrong: z.int(),
  /** The first wrong ones, in words and without what was in them. */
  examples: z.array(z.string()),
  seconds: z.number(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  p99Ms: z.number(),
  /** Share of one core that the generator itself took. */
  generatorShare: z.number(),
});
export type Asked = z.infer<typeof Asked>;

/** A whole request, and what is wrong with a response to it: null for nothing. */
export interface Question {
  request: Buffer;
  complaint(response: string): string | null;
}

interface Plan {
  port: number;
  connections: number;
  seconds: number;
}

const EXAMPLES = 3;

/**
 * Asks as much as is answered in the time given, each connection one question after the other, and checks every answer.
 *
 * @param next the next question on a connection; null when there are no more
 */
export async function askInTurns(plan: Plan, next: (connection: number) => Question | null): Promise<Asked> {
  const connections = await Promise.all(Array.from({ length: plan.connections }, () => openConnection(plan.port)));
  const latenciesUs = createHistogram();
  const seen = { answered: 0, wrong: 0, examples: [] as string[] };

  function noteWrong(text: string): void {
    seen.wrong++;
    if (seen.examples.length < EXAMPLES) seen.examples.push(text);
  }

  async function askOn(connection: Connection, index: number, endAt: number): Promise<void> {
    while (performance.now() < endAt) {
      const question = next(index);
      if (!question) return;
      const askedAt = performance.now();
      const response = await connection.ask(question.request);
      latenciesUs.record(Math.max(1, Math.round((performance.now() - askedAt) * 1_000)));
      seen.answered++;
      const complaint = question.complaint(response);
      if (complaint !== null) noteWrong(complaint);
    }
  }

  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endAt = startedAt + plan.seconds * 1_000;
  await Promise.all(
    connections.map((connection, index) =>
      askOn(connection, index, endAt).catch((error: unknown) => noteWrong(String(error))),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  for (const connection of connections) connection.close();

  const ms = (percentile: number) => latenciesUs.percentile(percentile) / 1_000;
  return {
    ...seen,
    ...{ seconds, p50Ms: ms(50), p95Ms: ms(95), p99Ms: ms(99) },
    generatorShare: (cpu.user + cpu.system) / 1e6 / seconds,
  };
}
