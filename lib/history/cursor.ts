import { z } from 'zod';
import { NO_PLACE, writtenTime } from '@/lib/http/query-fields';

// A place in a list that is read newest first: the last row that was shown, so that rows which come or go meanwhile move
// nothing. Opaque to whoever carries it.

/** The time by which the list is ordered, null for rows that have none, and what tells rows of one time apart. */
export interface Place {
  at: Date | null;
  keys: string[];
}

export function cursorOf({ at, keys }: Place): string {
  return Buffer.from(JSON.stringify([at?.toISOString() ?? null, ...keys])).toString('base64url');
}

const Content = z.tuple([z.string().nullable()]).rest(z.string());

/** Reads what `cursorOf` wrote. `keys` says what each key of this list looks like. */
export function cursorWith(keys: readonly z.ZodType[]) {
  return z
    .string()
    .max(2_000)
    .transform((text, context): Place => {
      const [time, ...found] = Content.safeParse(readJson(text)).data ?? ['none'];
      const at = time === null ? null : writtenTime(time);
      const isWhole = found.length === keys.length && keys.every((key, index) => key.safeParse(found[index]).success);
      if (isWhole && (at || time === null)) return { at, keys: found };
      context.addIssue(NO_PLACE);
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
