import type { BrandResponse } from './schemas';

// The accent colour and what is made of it. Contrast is WCAG 2.2's, which 1.4.3 wants to be 4.5:1 for text.

export type Scheme = 'light' | 'dark';
export type AccentColours = BrandResponse['colours'][Scheme];

/** What the accent stands on as text: canvas, surface and sunken surface of app/globals.css. */
export const PAGE_COLOURS: Record<Scheme, readonly string[]> = {
  light: ['#f7f5f0', '#ffffff', '#efece4'],
  dark: ['#0c171f', '#14242f', '#101d27'],
};

const TEXT_CONTRAST = 4.5;
const WHITE = '#ffffff';
const BLACK = '#000000';

/** From 1 to 21. Colours are `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** White or black, whichever is better to read on it. One of them always has 4.5:1. */
export const textOn = (colour: string) => (contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK);

/** Why a colour cannot be the accent of our pages, as words for the form; null when it can. */
export function accentProblem(colour: string, scheme: Scheme): string | null {
  const worst = Math.min(...PAGE_COLOURS[scheme].map((page) => contrast(colour, page)));
  if (worst >= TEXT_CONTRAST) return null;
  // Rounded down: 4.49 must not be told as 4.5.
  const found = (Math.floor(worst * 10) / 10).toFixed(1);
  const [fault, remedy] = scheme === 'light' ? ['pale', 'darker'] : ['dark', 'lighter'];
  return `is too ${fault} for links on the ${scheme} pages: it has ${found}:1 against them and 4.5:1 is needed. Choose a ${remedy} one.`;
}

/** All that a scheme needs of an accent that has no problem. */
export function accentColours(accent: string, scheme: Scheme): AccentColours {
  const onAccent = textOn(accent);
  // Away from its text, so that a button under the pointer is read no worse.
  const accentStrong = mix(accent, onAccent === WHITE ? BLACK : WHITE, 0.22);
  return { accent, accentStrong, accentSoft: softened(accent, scheme), onAccent };
}

/** A tint of the page in which the accent can still be read. */
function softened(accent: string, scheme: Scheme): string {
  const page = PAGE_COLOURS[scheme][1] ?? WHITE;
  const shares = [0.16, 0.13, 0.1, 0.07, 0.04];
  const tints = shares.map((share) => mix(page, accent, share));
  return tints.find((tint) => contrast(accent, tint) >= TEXT_CONTRAST) ?? page;
}

function mix(colour: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(colour).map((value, index) => Math.round(value + ((others[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (colour: string) => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
