import { OWN_ACCENT, type SavedBrand } from './brand-settings';
import { accentColours, type AccentColours } from './colours';
import { openingAt, openTimes, type Opening } from './opening';
import type { OpeningHours } from './opening-hours';
import type { BrandResponse } from './schemas';

/** How many of the coming times are offered to whoever asks for one. */
const MOST_OPENINGS = 10;

/** What anyone may know of the brand. */
export function brandResponse({ settings, logoId }: SavedBrand, now: Date): BrandResponse {
  const { companyName, accent, place, words, hours, whenClosed } = settings;
  const opening = knownOpening(hours, now);
  const openings = [];
  if (!opening.isOpen && whenClosed.includes('slot') && hours.kind === 'weekly') {
    for (const { opensAt, closesAt } of openTimes(hours, now)) {
      openings.push({ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() });
      if (openings.length === MOST_OPENINGS) break;
    }
  }
  return {
    companyName,
    colours: { light: accentColours(accent.light, 'light'), dark: accentColours(accent.dark, 'dark') },
    logoUrl: logoUrl(logoId),
    ...{ place, words },
    isOpen: opening.isOpen,
    opensAt: opening.isOpen ? null : (opening.opensAt?.toISOString() ?? null),
    closesAt: opening.isOpen ? (opening.closesAt?.toISOString() ?? null) : null,
    timeZone: hours.kind === 'weekly' ? hours.timeZone : null,
    ...{ whenClosed, openings },
    serverTime: now.toISOString(),
  };
}

const HOUR_MS = 60 * 60 * 1000;
const lastOpenings = new WeakMap<OpeningHours, { opening: Opening; from: Date; until: Date }>();

/** The same until it opens or closes: a week that never closes takes milliseconds to look through, and every page asks. */
function knownOpening(hours: OpeningHours, now: Date): Opening {
  const last = lastOpenings.get(hours);
  if (last && last.from <= now && now < last.until) return last.opening;
  const opening = openingAt(hours, now);
  const change = opening.isOpen ? opening.closesAt : opening.opensAt;
  lastOpenings.set(hours, { opening, from: now, until: change ?? new Date(now.getTime() + HOUR_MS) });
  return opening;
}

/** Titles of pages that people outside see. */
export const brandTitle = ({ settings: { companyName } }: SavedBrand) => ({
  default: companyName,
  template: `%s · ${companyName}`,
});

/** What stands at the head of our pages. */
export const wordmarkOf = ({ settings, logoId }: SavedBrand) => ({
  name: settings.companyName,
  logoUrl: logoUrl(logoId),
});

export const logoUrl = (logoId: string | null): string | null => logoId && `/api/brand/logo?v=${logoId}`;

/**
 * Where the colours are as a style sheet, for pages to link to: an address that changes with them. Null where they are those
 * that our pages have anyway.
 */
export function coloursUrl({ settings: { accent } }: SavedBrand): string | null {
  const isOwn = accent.light === OWN_ACCENT.light && accent.dark === OWN_ACCENT.dark;
  return isOwn ? null : `/api/brand/colours.css?v=${accent.light.slice(1)}-${accent.dark.slice(1)}`;
}

/** The style sheet. `:root:root`, to win over app/globals.css in whatever order they come. */
export function coloursCss({ settings: { accent } }: SavedBrand): string {
  const light = rule(accentColours(accent.light, 'light'));
  const dark = rule(accentColours(accent.dark, 'dark'));
  return `${light}\n@media (prefers-color-scheme: dark) {\n${dark}\n}\n`;
}

function rule({ accent, accentStrong, accentSoft, onAccent }: AccentColours): string {
  const values = { accent, 'accent-strong': accentStrong, 'accent-soft': accentSoft, 'on-accent': onAccent };
  const lines = Object.entries(values).map(([name, value]) => `  --${name}: ${value};`);
  return `:root:root {\n${lines.join('\n')}\n}`;
}
