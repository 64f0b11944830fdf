import * as z from 'zod/mini';
import { NOT_ONE_LINE, ONE_LINE } from '@/lib/one-line';

/** A name or topic as people type it: trimmed, and without control characters, which break rosters and SIP headers. */
export const line = (max: number) =>
  z
    .string('must be text')
    .check(
      z.trim(),
      z.minLength(1, 'must not be empty'),
      z.maxLength(max, `must be at most ${max} characters`),
      z.regex(ONE_LINE, NOT_ONE_LINE),
    );
