import { expect, it } from 'vitest';
import { fateOf, type PressedLink } from './pressed-link';

const page = 'https://harbourline.example/cover?plan=boat#hull';
const link = (to: string, change: Partial<PressedLink> = {}): PressedLink => ({
  href: new URL(to, page).href,
  ...{ isPlain: true, opensElsewhere: false, leavesTheCall: false },
  ...change,
});

it.each([
  ['a page of the site', link('/claims'), 'ask', 'hold'],
  ['another plan on this page', link('?plan=home'), 'ask', 'hold'],
  ['a place on this page', link('#questions'), 'go', 'go'],
  ['the desk', link('/sign-in', { leavesTheCall: true }), 'beside', 'beside'],
  ['another site', link('https://example.org/'), 'beside', 'beside'],
  ['a telephone number', link('tel:+441632960140'), 'go', 'go'],
  ['a mail address', link('mailto:hello@harbourline.example'), 'go', 'go'],
  ['a page in a new tab', link('/claims', { opensElsewhere: true }), 'go', 'go'],
  ['a page, with Ctrl', link('/sign-in', { isPlain: false, leavesTheCall: true }), 'go', 'go'],
] as const)('%s', (_, pressed, online, offline) => {
  expect(fateOf(pressed, page, true)).toBe(online);
  expect(fateOf(pressed, page, false)).toBe(offline);
});
