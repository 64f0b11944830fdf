import * as z from 'zod/mini';
import { languageCodes } from '@/lib/words/languages';

// What `GET /api/brand` answers; light, because the panel reads it.

const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

/** A colour as `#rrggbb`, lower-case. */
const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/));

/** The accent and what goes with it, in one colour scheme. Text in `onAccent` on `accent` has at least 4.5:1. */
const Accent = z.object({ accent: Colour, accentStrong: Colour, accentSoft: Colour, onAccent: Colour });

/** What a visitor is offered while nobody is there to answer. */
export const CLOSED_OFFERS = ['message', 'slot'] as const;
export type ClosedOffer = (typeof CLOSED_OFFERS)[number];

/** 200 of `GET /api/brand`. */
export const BrandResponse = z.object({
  companyName: z.string(),
  colours: z.object({ light: Accent, dark: Accent }),
  /** Path of a PNG of at most 512 × 128 pixels, another one after every change; null: there is none. */
  logoUrl: z.nullable(z.string()),
  /** The lower corner in which the button is: where lines begin or where they end. */
  place: z.enum(['start', 'end']),
  /** What the button says, where the company has words of its own for that language; else our messages. */
  words: z.partialRecord(z.enum(languageCodes), z.string()),
  isOpen: z.boolean(),
  /** When it opens next; null: it is open, or does not open within the next two months. */
  opensAt: z.nullable(Instant),
  /** When it closes; null: it is closed, or does not close within the next two months. */
  closesAt: z.nullable(Instant),
  /** IANA name of the zone in which the hours are meant; null: always open. */
  timeZone: z.nullable(z.string()),
  /** At least one. */
  whenClosed: z.array(z.enum(CLOSED_OFFERS)),
  /** While closed and `slot` is offered: when somebody will be there, soonest first, at most ten. */
  openings: z.array(z.object({ opensAt: Instant, closesAt: Instant })),
  serverTime: Instant,
});
export type BrandResponse = z.infer<typeof BrandResponse>;
