import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import { database } from '@/lib/db/client';

// A job whose process was killed stays locked for four hours, and nobody in a call may wait for that. So a runner shows that
// it lives: the connection on which it hears of jobs holds a lock under its name, and Postgres lets go of that with the
// connection, when the process is killed.

/** Any number, as long as no other kind of lock with two keys has it. */
const LIVING = 4_720_014;
const LOOK_MS = 5_000;

export interface TakeOver {
  /** To be given to the runner whose jobs these are. */
  events: WorkerEvents;
  stop(): Promise<void>;
}

/** Gives back what dead runners held of these tasks: all there is when this one begins to live, then every five seconds. */
export function takeOverFromDead(tasks: readonly string[]): TakeOver {
  const events: WorkerEvents = new EventEmitter();
  let next: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> = Promise.resolve();
  let seen: string | null = null;
  let isStopped = false;

  async function lookForDead(): Promise<void> {
    const living = await namesOfLiving();
    // All jobs are read for this, those of every meeting to come: only when somebody died, or began to live elsewhere.
    if (living !== seen) await freeJobsOfDead(tasks);
    seen = living;
  }

  /** The database may be away, which others tell of. When it is back, the connection for jobs begins anew. */
  function lookAfter(shown: Promise<unknown>): void {
    clearTimeout(next);
    looking = shown
      .then(() => (isStopped ? undefined : lookForDead()))
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(next);
        if (!isStopped) next = setTimeout(() => lookAfter(Promise.resolve()), LOOK_MS).unref();
      });
  }

  events.on('pool:listen:success', ({ client, workerPool }) => {
    // Shared, for the connection before may have been cut without the database knowing, and must not keep this one waiting.
    // What this runner itself has begun is safe from its look only behind it.
    lookAfter(client.query('select pg_advisory_lock_shared($1, hashtext($2))', [LIVING, workerPool.id]));
  });

  return {
    events,
    stop: async () => {
      isStopped = true;
      clearTimeout(next);
      await looking;
    },
  };
}

/** One text for one set of runners. */
async function namesOfLiving(): Promise<string> {
  const [row] = await database().$queryRaw<{ names: string | null }[]>`
    select string_agg(objid::text, ' ' order by objid) as names from pg_locks
    where locktype = 'advisory' and classid = ${LIVING}::int::oid and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())`;
  return row?.names ?? '';
}

async function freeJobsOfDead(tasks: readonly string[]): Promise<void> {
  await database().$executeRaw`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and task_identifier = any(${tasks}::text[]) and not exists (
        select from pg_locks
        where locktype = 'advisory' and classid = ${LIVING}::int::oid and objid = hashtext(locked_by)::oid and objsubid = 2
          and granted and database = (select oid from pg_database where datname = current_database()))))`;
}
