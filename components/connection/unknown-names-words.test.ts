import { expect, it } from 'vitest';
import { unknownNameWords } from './unknown-names-words';

const fault = 'is not the name of a theme on Infinity';

it.each([
  ['everywhere.theme', null, 'Settings, Theme', 'nobody gets into new meetings.'],
  ['locations.2.options.hostSignIn', 'Oslo', 'Settings, Hosts sign in with at Oslo', 'new meetings from there.'],
  ['locations.2.location', 'Oslo', 'Settings, by location', 'never holds.'],
])('what is unknown at %s leads to its field, and says what comes of it', (field, location, where, effect) => {
  const words = unknownNameWords({ in: 'settings', name: 'Nordic', fault, field, location });
  expect(words).toEqual({ where, effect: expect.stringContaining(effect), href: `/dashboard/settings#${field}` });
});

it('a location that media rules name leads to them', () => {
  const rule = { in: 'media-rules', name: 'Olso & Bergen', fault } as const;
  const href = '/dashboard/media-locations?find=Olso+%26+Bergen';
  expect(unknownNameWords({ ...rule, rules: 1, isAsking: true })).toEqual({
    ...{ where: '1 media rule', href },
    effect: expect.stringContaining('never applies'),
  });
  expect(unknownNameWords({ ...rule, rules: 3, isAsking: false })).toEqual({
    ...{ where: '3 media rules', href },
    effect: expect.stringContaining('drops'),
  });
});

it('a name that only meetings under way keep is said to be theirs', () => {
  const kept = { in: 'kept', name: 'Nordic', fault, option: 'theme' } as const;
  expect(unknownNameWords({ ...kept, location: null, meetings: 3 })).toEqual({
    where: 'Kept by 3 meetings under way, Theme',
    effect: expect.stringContaining('nobody else gets in until'),
    href: '/dashboard',
  });
  expect(unknownNameWords({ ...kept, location: 'Oslo', meetings: 1 })).toEqual({
    where: 'Kept by 1 meeting under way, Theme at Oslo',
    effect: expect.stringContaining('from there'),
    href: '/dashboard',
  });
});
