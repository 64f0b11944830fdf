import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandResponse, coloursCss, coloursUrl } from './brand-response';
import { BrandSettings, BrandSettingsBody, type SavedBrand } from './brand-settings';
import { accentColours, accentProblem, contrast, PAGE_COLOURS, textOn } from './colours';
import { BrandResponse } from './schemas';

const usual = BrandSettings.parse({});
const faults = (change: object) => {
  const parsed = BrandSettingsBody.safeParse({ ...usual, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  it('are told apart as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
  });

  it('always have a text that can be read on them, and where they are accepted a tint and a page', () => {
    fc.assert(
      fc.property(hex, fc.constantFrom('light' as const, 'dark' as const), (colour, scheme) => {
        expect(contrast(colour, textOn(colour))).toBeGreaterThanOrEqual(4.5);
        if (accentProblem(colour, scheme)) return;
        const { accentStrong, accentSoft, onAccent } = accentColours(colour, scheme);
        expect(contrast(accentStrong, onAccent)).toBeGreaterThanOrEqual(contrast(colour, onAccent));
        for (const behind of [...PAGE_COLOURS[scheme], accentSoft]) {
          expect(contrast(colour, behind)).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it('are refused in clear words where links could not be read', () => {
    expect(faults({ accent: { light: '#7fc8c0', dark: '#58bdb3' } })).toEqual([
      'accent.light is too pale for links on the light pages: it has 1.6:1 against them and 4.5:1 is needed. Choose a darker one.',
    ]);
    expect(faults({ accent: { light: '#0c666a', dark: '#333' } })).toEqual([
      'accent.dark must be a colour as in #0c666a',
    ]);
    expect(faults({ accent: { light: '#0C666A', dark: '#003333' } })[0]).toContain('accent.dark is too dark');
  });

  it('stand on the colours that our pages have', () => {
    const [light = '', dark = ''] = readFileSync('app/globals.css', 'utf8').split(
      '@media (prefers-color-scheme: dark)',
    );
    for (const [css, scheme] of [
      [light, 'light'],
      [dark, 'dark'],
    ] as const) {
      const names = ['canvas', 'surface', 'surface-sunken', 'accent'];
      const found = names.map((name) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1]);
      expect(found).toEqual([...PAGE_COLOURS[scheme], usual.accent[scheme]]);
    }
  });
});

describe('brand settings', () => {
  it('say what is wrong and where', () => {
    const days = [
      [
        { from: '09:00', until: '12:00' },
        { from: '11:00', until: '13:00' },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    expect(faults({ companyName: ' ', whenClosed: [], words: { de: 'x'.repeat(41) } })).toEqual([
      'companyName must not be empty',
      'words.de must be at most 40 characters',
      'whenClosed must offer one of both at least',
    ]);
    expect(faults({ hours: { kind: 'weekly', timeZone: '+01:00', days, closedDates: ['2026-02-30'] } })).toEqual([
      'hours.timeZone must be a time zone by name, as in Europe/Oslo',
      'hours.days.0.1.from overlaps with another range',
      'hours.closedDates.0 must be a day, as in 2026-12-24',
    ]);
    expect(faults({ words: { tlh: 'Qapla' } })).toHaveLength(1);
    expect(faults({})).toEqual([]);
  });
});

describe('what anyone may know of the brand', () => {
  const saved = (settings: Partial<SavedBrand['settings']>): SavedBrand => ({
    settings: { ...usual, ...settings },
    ...{ savedAt: null, savedBy: null, logoId: null },
  });
  const days = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: '09:00', until: '17:00' }] : []));
  const hours = { kind: 'weekly' as const, timeZone: 'Europe/Oslo', days, closedDates: [] };

  it('fits its own schema, open and closed, and offers times only where they are asked for', () => {
    const evening = new Date('2026-11-27T18:00:00Z');
    const closed = BrandResponse.parse(brandResponse(saved({ hours }), evening));
    expect(closed).toMatchObject({ isOpen: false, opensAt: '2026-11-30T08:00:00.000Z', closesAt: null });
    expect(closed.openings).toHaveLength(10);
    expect(closed.openings[0]).toEqual({ opensAt: '2026-11-30T08:00:00.000Z', closesAt: '2026-11-30T16:00:00.000Z' });
    expect(brandResponse(saved({ hours, whenClosed: ['message'] }), evening).openings).toEqual([]);
    const open = BrandResponse.parse(brandResponse(saved({ hours }), new Date('2026-11-27T10:00:00Z')));
    expect(open).toMatchObject({ isOpen: true, opensAt: null, closesAt: '2026-11-27T16:00:00.000Z', openings: [] });
    const known = saved({ hours });
    const openAt = (now: string) => brandResponse(known, new Date(now)).isOpen;
    const moments = ['2026-11-27T15:59:59Z', '2026-11-27T16:00:00Z', '2026-11-30T07:59:59Z', '2026-11-30T08:00:00Z'];
    expect([...moments, ...moments].map(openAt)).toEqual([true, false, false, true, true, false, false, true]);
    expect(BrandResponse.parse(brandResponse(saved({}), evening))).toMatchObject({ isOpen: true, timeZone: null });
  });

  it('has a style sheet of its own only where the colours are others than the pages have', () => {
    expect(coloursUrl(saved({}))).toBeNull();
    const other = saved({ accent: { light: '#7a1f5c', dark: '#f0a5d6' } });
    expect(coloursUrl(other)).toBe('/api/brand/colours.css?v=7a1f5c-f0a5d6');
    expect(coloursCss(other)).toContain('--accent: #7a1f5c;\n  --accent-strong: #5f1848;');
  });
});
