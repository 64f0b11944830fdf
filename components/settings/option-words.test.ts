import { expect, it } from 'vitest';
import { OPTION_KEYS, OPTIONS } from './option-specs';
import { differenceLines, optionWords, settingLines } from './option-words';
import { NOTHING_SET } from './settings-draft';

it('every option of a location or of everyone has its place in the form', () => {
  expect([...OPTION_KEYS].toSorted()).toEqual(Object.keys(NOTHING_SET).toSorted());
});

it('what is set is said in the words of the form, and nothing else', () => {
  const options = {
    ...NOTHING_SET,
    theme: 'Harbourline',
    maxPicture: 'hd',
    maxCallRateIn: '2048',
    hasChat: 'no',
    layout: { kind: 'lecture', hostView: 'four_mains_zero_pips', guestView: 'one_main_seven_pips' },
  } as const;
  expect(settingLines(options)).toEqual([
    'Theme: Harbourline',
    'Layout: hosts see 4 equal; guests see one large, 7 small',
    'Most that a caller may send: 2048 kbit/s',
    'Largest picture: HD',
    'Chat: Off',
  ]);
  expect(settingLines(NOTHING_SET)).toEqual([]);
});

it('what a location leaves to Infinity is said too', () => {
  const options = { ...NOTHING_SET, theme: 'Harbourline' };
  expect(differenceLines({ key: 0, location: 'Oslo', differs: ['theme', 'hasChat', 'hostSignIn'], options })).toEqual([
    'Theme: Harbourline',
    'Chat: Infinity’s default',
    'Hosts sign in with: Nobody has to sign in',
  ]);
});

it('what is not set is said as what then holds', () => {
  expect(optionWords(NOTHING_SET, 'participantLimit')).toBe('No limit of ours');
  expect(optionWords(NOTHING_SET, 'layout')).toBe('Infinity’s default');
});

it('whoever makes people sign in on Infinity reads that our own panel cannot do that', () => {
  for (const key of ['hostSignIn', 'guestSignIn'] as const) expect(OPTIONS[key].hint).toContain('no such sign-in');
  expect(OPTIONS.hostSignIn.hint).toContain('the desk');
});
