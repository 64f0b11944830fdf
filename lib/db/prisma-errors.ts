import { z } from 'zod';
import { isPassing } from './passing-codes';

/** What pg says without a code, and what we say ourselves once it is known (reachable.ts). */
const UNREACHABLE_TEXT =
  /the database cannot be reached|connection terminated|timeout exceeded when trying to connect|query read timeout|timeout expired/i;

/** Whether nothing came back in time: of a database that is away, or of one, or a process of ours, that is only slow. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout/i.test(error.message);
}

/** Whether a failure is the database being away: nothing of ours is wrong, and trying again later helps. */
export function isDatabaseUnreachable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codesOf(cause).some(isPassing)) return true;
    if (UNREACHABLE_TEXT.test(cause.message)) return true;
  }
  return false;
}

/** SQLSTATE classes 22, 23 and 54: a value that is not acceptable or too large. The same again will fail again. */
export function isAboutContent(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codesOf(cause).some((code) => /^(22|23|54)...$/.test(code))) return true;
  }
  return false;
}

/** Why a query failed, for a log: the last line. What comes before prints the call with its arguments, and so people's names. */
export function causeInWords(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? '';
}

/** A raw query's failure has a code of Prisma's own; what Postgres said is inside. */
const Wrapped = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.record(z.string(), z.unknown()) }) }),
});

function codesOf(error: Error): string[] {
  const inside = Wrapped.safeParse(error).data?.meta.driverAdapterError.cause ?? {};
  const codes = ['code' in error ? error.code : undefined, inside.code, inside.originalCode];
  return codes.filter((code) => typeof code === 'string');
}
