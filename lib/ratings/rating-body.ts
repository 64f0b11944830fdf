import { z } from 'zod';
import { LONGEST_WORD } from './schemas';

/** Body of `POST /api/meetings/{alias}/rating`. The call tag says who rates; a word may have several lines. */
export const RatingBody = z.strictObject({
  callTag: z.uuid('must be the call tag of a join'),
  stars: z.int('must be a whole number').min(1, 'must be 1 to 5').max(5, 'must be 1 to 5'),
  word: z
    .string('must be text')
    .trim()
    .max(LONGEST_WORD, `must be at most ${LONGEST_WORD} characters`)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'must not contain control characters')
    .transform((text) => text || null)
    .default(null),
});
export type RatingBody = z.infer<typeof RatingBody>;
