import { z } from 'zod';

// What queries of several routes have in common.

/** An empty value is the same as none: forms and addresses leave them behind. */
export function emptyAsNone<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}

/** Postgres has no year zero. */
const ISO_WITH_MS = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A time as `toISOString` writes it; null for any other text. */
export function writtenTime(text: string): Date | null {
  const time = new Date(ISO_WITH_MS.test(text) ? text : Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}

export const NO_PLACE = { code: 'custom', message: 'is not a place in the list' } as const;

/** `2026-11-21T12:00:00.000Z_<id>`: the last row that was shown of a list. */
export const TimeAndId = z
  .string()
  .max(100)
  .transform((text, context) => {
    const [time = '', id = ''] = text.split('_');
    const at = writtenTime(time);
    if (at && z.uuid().safeParse(id).success) return { at, id };
    context.addIssue(NO_PLACE);
    return z.NEVER;
  });
