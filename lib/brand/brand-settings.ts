import * as z from 'zod/mini';
import { line } from '@/lib/meetings/line';
import { languageCodes } from '@/lib/words/languages';
import { accentProblem, type Scheme } from './colours';
import { OpeningHours } from './opening-hours';
import { CLOSED_OFFERS, type ClosedOffer } from './schemas';

// What the company's own site looks like and when somebody is there, as an administrator sets it. The logo is kept by itself.

/** The accent of app/globals.css, so that nobody who has saved nothing gets other colours. */
export const OWN_ACCENT = { light: '#0c666a', dark: '#58bdb3' } as const;

const HEX = 'must be a colour as in #0c666a';
const accent = (scheme: Scheme) =>
  z.string(HEX).check(
    z.trim(),
    z.toLowerCase(),
    z.regex(/^#[0-9a-f]{6}$/, { error: HEX, abort: true }),
    z.superRefine((colour, context) => {
      const message = accentProblem(colour, scheme);
      if (message) context.addIssue({ code: 'custom', message });
    }),
  );

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
  whenClosed: z.pipe(
    z
      .array(z.enum(CLOSED_OFFERS))
      .check(z.minLength(1, 'must offer one of both at least'), z.maxLength(CLOSED_OFFERS.length)),
    z.transform((offers: ClosedOffer[]) => CLOSED_OFFERS.filter((offer) => offers.includes(offer))),
  ),
});
export type BrandSettings = z.infer<typeof BrandSettingsBody>;

/** The same, with what holds where nobody has said. */
export const BrandSettings = z.strictObject({
  companyName: z._default(BrandSettingsBody.shape.companyName, 'Harbourline Insurance'),
  accent: z._default(Accent, OWN_ACCENT),
  place: z._default(BrandSettingsBody.shape.place, 'end'),
  words: z._default(BrandSettingsBody.shape.words, {}),
  hours: z._default(OpeningHours, { kind: 'always' }),
  whenClosed: z._default(BrandSettingsBody.shape.whenClosed, [...CLOSED_OFFERS]),
});

/** Settings, and which of all that were saved they are. */
export interface SavedBrand {
  settings: BrandSettings;
  /** When they were saved, ISO 8601; null: never. */
  savedAt: string | null;
  savedBy: string | null;
  logoId: string | null;
}
