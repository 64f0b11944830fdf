import { fork, type Serializable } from 'node:child_process';
import type { z } from 'zod';

/** A load generator as the other processes see it: given a plan, it says what came of it. */
export interface Generator<Plan, Result> {
  run(plan: Plan): Promise<Result>;
  stop(): Promise<void>;
}

/** Starts a generator once for all measurements, so that its own warming up is in none of them. */
export function startGenerator<Plan extends Serializable, Result>(
  file: string,
  resultSchema: z.ZodType<Result>,
): Generator<Plan, Result> {
  const child = fork(file, { execArgv: ['--import', 'tsx'] });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', () => reject(new Error('the load generator ended by itself'))),
  );
  ended.catch(() => {}); // at the end it is meant to
  return {
    run(plan) {
      const answered = new Promise<Result>((resolve, reject) => {
        child.once('message', (message) => {
          const parsed = resultSchema.safeParse(message);
          if (parsed.success) resolve(parsed.data);
          else reject(parsed.error);
        });
        // Said to the callback, for otherwise a generator that is gone would end this process by an event.
        child.send(plan, (error) => error && reject(error));
      });
      return Promise.race([answered, ended]);
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended.catch(() => {});
    },
  };
}
