import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { UnknownName, UnknownNames } from '@/lib/policy/unknown-names-report';
import { NamesReport } from './unknown-names';

const ALL_WELL: UnknownNames = { names: [], total: 0, isUnchecked: false };
const THEME: UnknownName = {
  ...{ in: 'settings', name: 'Nordic', fault: 'is not the name of a theme on Infinity' },
  ...{ field: 'locations.0.options.theme', location: 'Oslo' },
};
const LOCATION: UnknownName = {
  ...{ in: 'media-rules', name: 'Olso', fault: 'is not the name of a location on Infinity; did you mean Oslo?' },
  ...{ rules: 2, isAsking: false },
};

const shown = (report: UnknownNames | null) => renderToStaticMarkup(<NamesReport report={report} />);
const links = (html: string) =>
  [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, words]) => [href, words]);

it('names that Infinity does not have are told, each with the way to where it is mended', () => {
  const html = shown({ names: [THEME, LOCATION], total: 2, isUnchecked: false });
  expect(html).toContain('Names on Infinity');
  expect(html).toContain('“Nordic” is not the name of a theme on Infinity. ');
  expect(html).toContain('did you mean Oslo? ');
  expect(links(html)).toEqual([
    ['/dashboard/settings#locations.0.options.theme', 'Settings, Theme at Oslo'],
    ['/dashboard/media-locations?find=Olso', '2 media rules'],
  ]);
  expect(html).not.toContain('other');
});

it('what is not listed is counted', () => {
  expect(shown({ names: [THEME], total: 3, isUnchecked: false })).toContain('And 2 others.');
});

it('nothing is there when all is well, nor before that is known', () => {
  expect(shown(ALL_WELL)).toBe('');
  expect(shown(null)).toBe('');
});

it('a Management Node that does not answer is no good news', () => {
  expect(shown({ ...ALL_WELL, isUnchecked: true })).toContain('The Management Node does not answer');
});
