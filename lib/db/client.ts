import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { settings } from '@/lib/config/env';
import { PrismaClient } from './generated/client';
import { closeNotices, reopenNotices } from './notices';

/** How many connections each pool opens at most. */
export interface ConnectionCounts {
  pool: number;
  urgentPool: number;
}

/** Where one thread does everything. Ten are more than two cores of Postgres can use at once. */
const ALL_CONNECTIONS: ConnectionCounts = { pool: 10, urgentPool: 4 };

// server.ts divides them between its two threads: each needs some while the other has all of its own in use.
export const MAIN_CONNECTIONS: ConnectionCounts = { pool: 6, urgentPool: 4 };
/** Pages ask as a node does only when somebody tries a policy request at the desk. */
export const PAGES_CONNECTIONS: ConnectionCounts = { pool: 5, urgentPool: 1 };

interface Connections {
  pool: pg.Pool;
  urgentPool: pg.Pool;
  prisma: PrismaClient;
}

// In the thread of pages, our own start and Next's bundles are separate copies of this module. They share one pool through
// the global object; two would double the connections and neither could be closed by the other.
const KEY = Symbol.for('mayfly.connections');
const shared = globalThis as { [KEY]?: Connections };

function connections(): Connections {
  return (shared[KEY] ??= connect(ALL_CONNECTIONS));
}

/** Has this thread open no more connections than these. Before it asks for any. */
export function limitConnections(counts: ConnectionCounts): void {
  shared[KEY] ??= connect(counts);
}

function connect(counts: ConnectionCounts): Connections {
  const connectionString = settings().databaseUrl;
  if (!connectionString) throw new Error('DATABASE_URL is not set; server.ts sets it after starting the embedded one');
  // Waiting longer than 3 s for a connection would outlast the 5 s in which a node wants its answer (policy-api.md §1).
  // No query may take long either: after a network cut nothing else would tell us for minutes that it is lost.
  const forAll = { connectionString, max: counts.pool };
  const pool = new pg.Pool({ ...forAll, connectionTimeoutMillis: 3_000, query_timeout: 5_000 });
  // Callers are waiting while a node asks about them: their look-ups do not queue behind the desk's, and what has not
  // answered within a second is taken to be away, so that memory can answer well before a node's 5 s are over.
  const urgent = { connectionString, max: counts.urgentPool };
  const urgentPool = new pg.Pool({ ...urgent, connectionTimeoutMillis: 1_000, query_timeout: 1_000 });
  for (const each of [pool, urgentPool]) {
    // An idle connection that the server drops would otherwise end the process; the pool replaces it by itself.
    each.on('error', (error) => console.error(`database connection lost: ${error.message}`));
  }
  reopenNotices();
  return {
    pool,
    urgentPool,
    prisma: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }),
  };
}

export type { PrismaClient } from './generated/client';
/** What a use case needs inside a transaction: the client without the methods that make no sense there. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** This thread's Prisma client. */
export function database(): PrismaClient {
  return connections().prisma;
}

/** The pool beneath it, for what Prisma has no words for: LISTEN, advisory locks, named prepared statements. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** The few connections on which policy look-ups run. */
export function urgentPool(): pg.Pool {
  return connections().urgentPool;
}

/** Closes all of them, last in a shutdown. */
export async function disconnectDatabase(): Promise<void> {
  closeNotices();
  const open = shared[KEY];
  if (!open) return;
  delete shared[KEY];
  await open.prisma.$disconnect();
  await Promise.all([open.pool.end(), open.urgentPool.end()]);
}
