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

/**
 * A value that is not acceptable (SQLSTATE class 22), breaks a rule of the table (23), comes twice where it may come once (21), is
 * too large (54), that a trigger refuses (P0), or at which Postgres fails inside. The same again will fail again.
 */
const ABOUT_CONTENT = /^(?:(?:21|22|23|54|P0)...|XX000)$/;

/** Whether the same again will fail again, because of what is in it. */
export function isAboutContent(error: unknown): boolean {
  const state = stateOf(error);
  return state !== null && ABOUT_CONTENT.test(state);
}

/** What Postgres said, as SQLSTATE, also inside an error of Prisma's; null when it said nothing. */
export function stateOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const state = codesOf(cause).find((code) => SQLSTATE.test(code));
    if (state !== undefined) return state;
  }
  return null;
}

/** Prisma's codes are as long, and begin with a P and four digits; Postgres' with that letter are of P0. */
const SQLSTATE = /^(?!P[1-9]|E)[0-9A-Z]{5}$/;

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
