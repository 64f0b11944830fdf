import { z } from 'zod';
import { line } from '@/lib/meetings/schemas';
import { languageCodes } from '@/lib/words/languages';
import { accentProblem, type Scheme } from './colours';
import { OpeningHours } from './opening-hours';
import { CLOSED_OFFERS } from './schemas';

// What the company's own site looks like and when somebody is there, as an administrator sets it. The logo is kept by itself.

/** The accent of app/globals.css, so that nobody who has saved nothing gets other colours. */
export const OWN_ACCENT = { light: '#0c666a', dark: '#58bdb3' } as const;

const HEX = 'must be a colour as in #0c666a';
const accent = (scheme: Scheme) =>
  z
    .string(HEX)
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, { error: HEX, abort: true })
    .superRefine((colour, context) => {
      const message = accentProblem(colour, scheme);
      if (message) context.addIssue({ code: 'custom', message });
    });

const Accent = z.strictObject({ light: accent('light'), dark: accent('dark') });

/** Longer, the button would cover a telephone's page. */
export const LONGEST_BUTTON_WORDS = 40;

/** A whole replacement: whoever saves says all of it, so that nothing goes back to its default unsaid. */
export const BrandSettingsBody = z.strictObject({
  companyName: line(60),
  accent: Accent,
  /** The lower corner: where lines begin or where they end. */
  place: z.enum(['start', 'end']),
  /** The button's words; our messages where there are none. */
  words: z.partialRecord(z.enum(languageCodes), line(LONGEST_BUTTON_WORDS)),
  hours: OpeningHours,
  whenClosed: z
    .array(z.enum(CLOSED_OFFERS))
    .min(1, 'must offer one of both at least')
    .max(CLOSED_OFFERS.length)
    .transform((offers) => CLOSED_OFFERS.filter((offer) => offers.includes(offer))),
});
export type BrandSettings = z.infer<typeof BrandSettingsBody>;

/** The same, with what holds where nobody has said. */
export const BrandSettings = z.strictObject({
  companyName: BrandSettingsBody.shape.companyName.default('Harbourline Insurance'),
  accent: Accent.default(OWN_ACCENT),
  place: BrandSettingsBody.shape.place.default('end'),
  words: BrandSettingsBody.shape.words.default({}),
  hours: OpeningHours.default({ kind: 'always' }),
  whenClosed: BrandSettingsBody.shape.whenClosed.default([...CLOSED_OFFERS]),
});

/** Settings, and which of all that were saved they are. */
export interface SavedBrand {
  settings: BrandSettings;
  /** When they were saved, ISO 8601; null: never. */
  savedAt: string | null;
  savedBy: string | null;
  logoId: string | null;
}
