import { describe, expect, it } from 'vitest';
import { ConferenceSettings } from '@/lib/settings/conference-settings';
import { draftOf, isSameDraft, NOTHING_SET, readDraft } from './settings-draft';

const settings = ConferenceSettings.parse({
  everywhere: {
    theme: 'Harbourline',
    layout: { kind: 'lecture', hostView: 'one_main_seven_pips', guestView: 'one_main_zero_pips' },
    maxCallRateIn: 2_048_000,
    maxCallRateOut: 512_500,
    maxPicture: 'hd',
    encryption: 'besteffort',
    hasChat: false,
    guestsMayPresent: true,
    showsNames: false,
    participantLimit: 25,
    hostSignIn: 'Staff',
    guestSignIn: 'Partners',
  },
  locations: [
    {
      location: 'Oslo',
      options: {
        layout: { kind: 'same', view: 'four_mains_zero_pips' },
        theme: null,
        maxCallRateIn: null,
        hasChat: null,
      },
    },
  ],
});

it('what was saved comes out of the form as it went in', () => {
  const { settings: read, problems } = readDraft(draftOf(settings));
  expect(problems).toEqual([]);
  expect(ConferenceSettings.parse(read)).toEqual(settings);
});

it('nothing set is read as nothing', () => {
  const { settings: read } = readDraft({ everywhere: NOTHING_SET, locations: [] });
  expect(JSON.parse(JSON.stringify(read))).toEqual({ everywhere: {}, locations: [] });
});

it('call rates are typed in kbit/s and stored in bit/s', () => {
  const draft = { everywhere: { ...NOTHING_SET, maxCallRateIn: '2 048', maxCallRateOut: '1,500' }, locations: [] };
  expect(readDraft(draft).settings.everywhere).toMatchObject({ maxCallRateIn: 2_048_000, maxCallRateOut: 1_500_000 });
  expect(draftOf(settings).everywhere).toMatchObject({ maxCallRateIn: '2048', maxCallRateOut: '512.5' });
});

it('what is no number is told at its field', () => {
  const differs = ['maxCallRateIn', 'participantLimit'] as const;
  const broken = { ...NOTHING_SET, maxCallRateIn: 'fast', participantLimit: '-3' };
  const draft = {
    everywhere: NOTHING_SET,
    locations: [{ key: 1, location: 'Oslo', differs, options: broken }],
  };
  expect(readDraft(draft).problems).toEqual([
    { field: 'locations.0.options.maxCallRateIn', message: 'must be a number' },
    { field: 'locations.0.options.participantLimit', message: 'must be a number' },
  ]);
});

describe('a draft', () => {
  it('is the same when keys are in another order or a card is another one', () => {
    const draft = draftOf(settings);
    const everywhere = Object.fromEntries(Object.entries(draft.everywhere).reverse()) as typeof draft.everywhere;
    const locations = draft.locations.map((entry) => ({ ...entry, key: 99 }));
    expect(isSameDraft(draft, { everywhere, locations })).toBe(true);
  });

  it('is another when a location leaves one thing more to Infinity, and that is what is saved of it', () => {
    const draft = draftOf(settings);
    const [oslo] = draft.locations;
    const changed = { ...draft, locations: [{ ...oslo!, differs: [...oslo!.differs, 'guestSignIn' as const] }] };
    expect(isSameDraft(draft, changed)).toBe(false);
    expect(readDraft(changed).settings.locations[0]?.options).toEqual({
      ...settings.locations[0]?.options,
      guestSignIn: null,
    });
  });

  it('is another as soon as one field is', () => {
    const draft = draftOf(settings);
    expect(isSameDraft(draft, { ...draft, locations: [] })).toBe(false);
    expect(isSameDraft(draft, { ...draft, everywhere: { ...draft.everywhere, hasChat: 'yes' } })).toBe(false);
  });
});

it('half a person is told, and not saved as one more', () => {
  const read = (participantLimit: string) =>
    readDraft({ everywhere: { ...NOTHING_SET, participantLimit }, locations: [] });
  expect(read('2.5').problems).toEqual([{ field: 'everywhere.participantLimit', message: 'must be a whole number' }]);
  expect(read('1,200').settings.everywhere.participantLimit).toBe(1_200);
});
