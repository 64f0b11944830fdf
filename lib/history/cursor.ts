import { z } from 'zod';

// A place in a list that is read newest first: the last row that was shown, so that rows which come or go meanwhile move
// nothing. Opaque to whoever carries it.

/** The time by which the list is ordered, null for rows that have none, and what tells rows of one time apart. */
export interface Place {
  at: Date | null;
  keys: string[];
}

const ISO_WITH_MS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function cursorOf({ at, keys }: Place): string {
  return Buffer.from(JSON.stringify([at?.toISOString() ?? null, ...keys])).toString('base64url');
}

const Content = z.tuple([z.string().regex(ISO_WITH_MS).nullable()]).rest(z.string());

/** Reads what `cursorOf` wrote. `keys` says what each key of this list looks like. */
export function cursorWith(keys: readonly z.ZodType[]) {
  return z
    .string()
    .max(2_000)
    .transform((text, context): Place => {
      const [time, ...found] = Content.safeParse(readJson(text)).data ?? ['none'];
      const at = time === null ? null : new Date(time);
      const isWhole = found.length === keys.length && keys.every((key, index) => key.safeParse(found[index]).success);
      if (isWhole && !Number.isNaN(at?.getTime())) return { at, keys: found };
      context.addIssue({ code: 'custom', message: 'is not a place in the list' });
      return z.NEVER;
    });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
