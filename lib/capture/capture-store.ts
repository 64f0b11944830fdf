import { database, type PrismaClient, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { CapturedContent } from './without-secrets';

export type Door = 'policy' | 'events';

export interface CapturedRow {
  at: Date;
  door: Door;
  content: CapturedContent;
}

/** Adds requests that `withoutSecrets` has cleaned. */
export async function insertCaptures(rows: CapturedRow[]): Promise<void> {
  await database().capturedRequest.createMany({
    data: rows.map(({ content, ...row }) => ({ ...row, content: { ...content } as Prisma.InputJsonObject })),
  });
}

/** Keeps the newest that fit both limits. Reads every row there is: not to be done with every batch. */
export async function trimCaptures(limits: { rows: number; bytes: number }): Promise<void> {
  // The newest first, with what they take up so far: the first one over a limit goes, and all that are older.
  await database().$executeRaw`
    delete from captured_request where id <= (
      select max(id) from (
        select id, row_number() over newest as place, sum(pg_column_size(content)) over newest as bytes
        from captured_request window newest as (order by id desc)
      ) as counted
      where place > ${limits.rows} or bytes > ${limits.bytes}
    )`;
}

/** Removes what was captured before then. */
export async function deleteCapturesBefore(moment: Date): Promise<number> {
  const { count } = await database().capturedRequest.deleteMany({ where: { at: { lt: moment } } });
  return count;
}

export async function deleteAllCaptures(client: PrismaClient | Transaction = database()): Promise<number> {
  const { count } = await client.capturedRequest.deleteMany();
  return count;
}

export interface CaptureCounts {
  policyRequests: number;
  eventRequests: number;
  bytes: number;
  oldestAt: Date | null;
}

export async function countCaptures(): Promise<CaptureCounts> {
  const [row] = await database().$queryRaw<CaptureCounts[]>`
    select count(*) filter (where door = 'policy')::int as "policyRequests",
           count(*) filter (where door = 'events')::int as "eventRequests",
           coalesce(sum(pg_column_size(content)), 0)::int as bytes, min(at) as "oldestAt"
    from captured_request`;
  return row ?? { policyRequests: 0, eventRequests: 0, bytes: 0, oldestAt: null };
}

/** The newest row's id, where a download ends; null when there is none. */
export async function newestCaptureId(): Promise<bigint | null> {
  const row = await database().capturedRequest.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return row?.id ?? null;
}

/** What was captured, oldest first, in pages. */
export function loadCaptures(after: bigint, upTo: bigint, take: number) {
  return database().capturedRequest.findMany({
    where: { id: { gt: after, lte: upTo } },
    select: { id: true, at: true, door: true, content: true },
    orderBy: { id: 'asc' },
    take,
  });
}
