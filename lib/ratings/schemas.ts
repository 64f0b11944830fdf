import * as z from 'zod/mini';

// What the route of ratings answers; light, because the panel reads it.
//
// Refusals, by `code` of the problem: 404 `not-found`; 403 `ticket-unknown`: no ticket of this meeting; 409 `rating-closed`: the
// meeting has been over for a day; 422 `invalid-body`; 429 `rate-limited`.

/** What a rating says in words is cut by the panel at this many characters. */
export const LONGEST_WORD = 500;

/** 200 of `POST /api/meetings/{alias}/rating`: what is kept now. */
export const KeptRating = z.object({
  stars: z.number(),
  word: z.nullable(z.string()),
  ratedAt: z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
});
export type KeptRating = z.infer<typeof KeptRating>;
