import { fork } from 'node:child_process';
import { LoadResult, type LoadPlan } from './run-load';

/** The load generator as the other processes see it: given a plan, it says what came of it. */
export interface Generator {
  run(plan: LoadPlan): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Starts the generator once for all measurements, so that its own warming up is in none of them. */
export function startGenerator(): Generator {
  const child = fork('bench/load.ts', { execArgv: ['--import', 'tsx'] });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', () => reject(new Error('the load generator ended by itself'))),
  );
  ended.catch(() => {}); // at the end it is meant to
  return {
    run(plan) {
      const answered = new Promise<LoadResult>((resolve, reject) => {
        child.once('message', (message) => {
          const parsed = LoadResult.safeParse(message);
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
