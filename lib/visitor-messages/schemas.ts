import * as z from 'zod/mini';

// What the route of messages takes in and answers; light, because the panel reads it.
//
// Refusals of `POST /api/messages`, by `code` of the problem: 422 `invalid-body` with `fields`, each named as in
// VisitorMessage; 429 `rate-limited` with Retry-After; 413 `too-large`; 403 `cross-origin`.

export const LONGEST_NAME = 80;
export const LONGEST_EMAIL = 254;
export const LONGEST_PHONE = 40;
export const LONGEST_TEXT = 2_000;
/** How far ahead a visitor may ask for a time. */
export const WANTED_WITHIN_DAYS = 60;

/** Body of `POST /api/messages`. One of `email` and `phone` is needed; with `wantedAt`, `text` may be left out. */
export interface VisitorMessage {
  name: string;
  email?: string;
  phone?: string;
  text?: string;
  /** ISO 8601 with a zone: in the future, within WANTED_WITHIN_DAYS. */
  wantedAt?: string;
  /** BCP 47, at most 35 characters: the language to answer in. */
  language?: string;
}

/** 201 of `POST /api/messages`. */
export const KeptMessage = z.object({ receivedAt: z.string() });
export type KeptMessage = z.infer<typeof KeptMessage>;
