import { describe, expect, it } from 'vitest';
import { ConferenceSettings, optionsAt } from './conference-settings';
import { PolicySettings, PolicySettingsBody } from './policy-settings';
import { combinations, namesIn } from './settings-problems';

const settings = ConferenceSettings.parse({
  everywhere: { theme: 'Harbourline', maxCallRateIn: 2_000_000, hostSignIn: 'Staff' },
  locations: [
    { location: 'Oslo', options: { theme: 'Nordic' } },
    { location: 'DMZ', options: { maxCallRateIn: 512_000, guestSignIn: 'Partners' } },
  ],
});

describe('options at a location', () => {
  it('are its own over those for everyone', () => {
    expect(optionsAt(settings, 'Oslo')).toEqual({
      theme: 'Nordic',
      maxCallRateIn: 2_000_000,
      hostSignIn: 'Staff',
    });
  });

  it('are Infinity’s own where it says so, whatever holds for everyone', () => {
    const { everywhere } = settings;
    const options = { theme: null, maxCallRateIn: null, hasChat: false };
    const own = ConferenceSettings.parse({ everywhere, locations: [{ location: 'Oslo', options }] });
    expect(own.locations[0]?.options).toEqual(options);
    expect(optionsAt(own, 'Oslo')).toEqual({ hasChat: false, hostSignIn: 'Staff' });
    expect(optionsAt(own, 'Bergen')).toEqual(everywhere);
    expect(namesIn(own).filter(({ field }) => field.startsWith('locations'))).toEqual([
      { field: 'locations.0.location', kind: 'locations', name: 'Oslo' },
    ]);
    // For everyone, Infinity's own is what is not set.
    expect(ConferenceSettings.safeParse({ everywhere: { theme: null }, locations: [] }).success).toBe(false);
  });

  it('are those for everyone where it has none', () => {
    expect(optionsAt(settings, 'Bergen')).toEqual(settings.everywhere);
    expect(optionsAt(settings, null)).toEqual(settings.everywhere);
  });
});

it('every combination that a node may be answered with is looked at, each under the field that makes it', () => {
  expect(combinations(settings)).toEqual([
    { field: 'everywhere', options: settings.everywhere },
    { field: 'locations.0.options', options: optionsAt(settings, 'Oslo') },
    { field: 'locations.1.options', options: optionsAt(settings, 'DMZ') },
  ]);
});

it('every name on Infinity that settings refer to is found, and where it stands', () => {
  expect(namesIn(settings)).toEqual([
    { field: 'everywhere.theme', kind: 'themes', name: 'Harbourline' },
    { field: 'everywhere.hostSignIn', kind: 'identity-provider-groups', name: 'Staff' },
    { field: 'locations.0.location', kind: 'locations', name: 'Oslo' },
    { field: 'locations.0.options.theme', kind: 'themes', name: 'Nordic' },
    { field: 'locations.1.location', kind: 'locations', name: 'DMZ' },
    { field: 'locations.1.options.guestSignIn', kind: 'identity-provider-groups', name: 'Partners' },
  ]);
});

describe('conference settings', () => {
  const refused = (everywhere: object) =>
    ConferenceSettings.safeParse({ everywhere, locations: [] }).error?.issues[0]?.message;

  it.each([
    [{ maxCallRateIn: 127_999 }, 'must be 128 to 8192 kbit/s'],
    [{ maxCallRateOut: 8_192_001 }, 'must be 128 to 8192 kbit/s'],
    [{ maxCallRateOut: '512000' }, 'must be 128 to 8192 kbit/s'],
    [{ theme: ' ' }, 'must be 1 to 250 characters'],
    [{ hostSignIn: 'x'.repeat(251) }, 'must be 1 to 250 characters'],
    [{ participantLimit: 0 }, 'must be 1 to 1,000,000 people'],
    [{ participantLimit: 2.5 }, 'must be 1 to 1,000,000 people'],
  ])('%j is refused in words', (everywhere, message) => {
    expect(refused(everywhere)).toBe(message);
  });

  it('a lecture cannot have the one layout that Infinity does not allow there', () => {
    const layout = { kind: 'lecture', hostView: 'five_mains_seven_pips', guestView: 'one_main_zero_pips' };
    expect(refused({ layout })).toBeDefined();
    expect(refused({ layout: { kind: 'same', view: 'five_mains_seven_pips' } })).toBeUndefined();
  });

  it('a location is listed once', () => {
    const locations = [
      { location: 'Oslo', options: {} },
      { location: 'Oslo ', options: {} },
    ];
    const issue = ConferenceSettings.safeParse({ everywhere: {}, locations }).error?.issues[0];
    expect(issue).toMatchObject({ path: ['locations', 1, 'location'], message: 'is listed more than once' });
  });
});

it('whoever saves how calls are admitted says all of it', () => {
  expect(PolicySettings.parse({})).toEqual({ requiresTickets: false, otherDevices: 'own-list' });
  const whole = { requiresTickets: true, otherDevices: 'reject' };
  const takes = (body: object) => PolicySettingsBody.safeParse(body).success;
  expect(takes({ ...whole, basedOn: whole })).toBe(true);
  expect(takes({ requiresTickets: true, basedOn: whole }), 'half of it').toBe(false);
  expect(takes(whole), 'without what was seen').toBe(false);
});
