import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocationOptions, type ConferenceOptions, type ConferenceSettings } from '@/lib/settings/conference-settings';
import { savedOptions, savedOverrides } from '@/lib/testing/arbitrary-settings';
import { policyMeeting } from '@/lib/testing/policy-meeting';
import { configurationProblems } from './configuration-problems';
import { ServiceConfiguration } from './infinity-rules';
import { configurationOf } from './service-configuration';
import { dependenceOf } from './setting-fields';

const NOTHING: ConferenceSettings = { everywhere: {}, locations: [] };
const plain = (changes = {}, settings = NOTHING, home: string | null = null, asking = '') =>
  configurationOf(policyMeeting(changes), settings, home, asking).result;

describe('the configuration of a meeting', () => {
  it('needs no PIN of guests and has one for the host, and says nothing that was not set', () => {
    expect(plain()).toEqual({
      service_type: 'conference',
      name: 'Call 4F7A-2C1B-9D0E',
      service_tag: '7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10',
      allow_guests: true,
      pin: '012345678901',
    });
  });

  it('holds everyone at the door of a lobby, and keeps the smaller limit', () => {
    const settings = { ...NOTHING, everywhere: { participantLimit: 20 } };
    expect(plain({ isLobby: true, participantLimit: 8 }, settings)).toMatchObject({
      locked: true,
      participant_limit: 8,
    });
    expect(plain({ participantLimit: 80 }, settings)).toMatchObject({ participant_limit: 20 });
  });

  it('has every setting in Infinity’s words', () => {
    const everywhere: ConferenceOptions = {
      theme: 'Harbour',
      layout: { kind: 'same', view: 'four_mains_zero_pips' },
      maxCallRateIn: 512_000,
      maxCallRateOut: 1_024_000,
      maxPicture: 'hd',
      encryption: 'on',
      hasChat: false,
      guestsMayPresent: false,
      showsNames: true,
      hostSignIn: 'Staff',
    };
    expect(plain({}, { everywhere, locations: [] })).toMatchObject({
      ...{ ivr_theme_name: 'Harbour', view: 'four_mains_zero_pips', max_callrate_in: 512_000 },
      ...{ max_callrate_out: 1_024_000, max_pixels_per_second: 'hd', crypto_mode: 'on', enable_chat: 'no' },
      ...{ guests_can_present: false, enable_overlay_text: true, host_identity_provider_group: 'Staff' },
    });
  });

  it('is a lecture where hosts and guests see different layouts', () => {
    const layout = { kind: 'lecture', hostView: 'one_main_seven_pips', guestView: 'one_main_zero_pips' } as const;
    const result = plain({}, { everywhere: { layout }, locations: [] });
    expect(result).toMatchObject({ service_type: 'lecture', host_view: layout.hostView, guest_view: layout.guestView });
    expect(result).not.toHaveProperty('view');
  });

  it('is the same for callers of every location, but for call rates and sign-in groups', () => {
    const oslo = { theme: 'Fjord', showsNames: true, maxCallRateIn: 256_000, participantLimit: 5 };
    const settings = {
      everywhere: { theme: 'Harbour', maxCallRateIn: 512_000 },
      locations: [{ location: 'Oslo', options: oslo }],
    };
    expect(dependenceOf(settings).onHome).toBe(true);
    const fromOslo = plain({}, settings, 'Oslo', 'Oslo');
    const fromBergen = plain({}, settings, 'Oslo', 'Bergen');
    expect(fromOslo).toMatchObject({ ivr_theme_name: 'Fjord', participant_limit: 5, max_callrate_in: 256_000 });
    expect({ ...fromBergen, max_callrate_in: 256_000 }).toEqual(fromOslo);
    expect(fromBergen.max_callrate_in).toBe(512_000);
    expect(plain({}, settings, 'Bergen', 'Oslo').ivr_theme_name).toBe('Harbour');
  });

  it('leaves out what a location leaves to Infinity, whatever holds everywhere', () => {
    const layout = { kind: 'lecture', hostView: 'one_main_seven_pips', guestView: 'one_main_zero_pips' } as const;
    const everywhere: ConferenceOptions = {
      ...{ theme: 'Harbour', layout, maxCallRateIn: 512_000, maxCallRateOut: 512_000, maxPicture: 'hd' },
      ...{ encryption: 'on', hasChat: false, guestsMayPresent: false, showsNames: true, participantLimit: 5 },
      ...{ hostSignIn: 'Staff', guestSignIn: 'Partners' },
    };
    const options = LocationOptions.parse(Object.fromEntries(Object.keys(everywhere).map((key) => [key, null])));
    const settings = { everywhere, locations: [{ location: 'Oslo', options }] };
    expect(plain({}, settings, 'Oslo', 'Oslo')).toEqual(plain());
    expect(plain({}, settings, 'Bergen', 'Bergen')).toEqual(plain({}, { everywhere, locations: [] }));
    // Only call rates and sign-in follow the caller.
    expect(plain({}, settings, 'Oslo', 'Bergen')).toEqual({
      ...plain(),
      ...{ max_callrate_in: 512_000, max_callrate_out: 512_000 },
      ...{ host_identity_provider_group: 'Staff', guest_identity_provider_group: 'Partners' },
    });
  });

  it.each(['theme', 'layout', 'hasChat', 'participantLimit'])(
    'has a home where a location leaves %s to Infinity',
    (key) => {
      expect(dependenceOf({ everywhere: {}, locations: [{ location: 'Oslo', options: { [key]: null } }] }).onHome).toBe(
        true,
      );
    },
  );

  it('leaves out a layout that an older release may not know', () => {
    const settings = {
      everywhere: { layout: { kind: 'same' as const, view: 'nine_mains_zero_pips' as const } },
      locations: [],
    };
    const viewFor = (hasEarlyViewsOnly: boolean) =>
      configurationOf(policyMeeting(), settings, null, '', hasEarlyViewsOnly).result;
    expect(viewFor(true)).not.toHaveProperty('view');
    expect(viewFor(false)).toMatchObject({ view: 'nine_mains_zero_pips' });
  });

  it('needs no home while locations differ only in what may differ', () => {
    const options = { maxCallRateIn: 256_000, guestSignIn: 'Visitors', hostSignIn: null };
    expect(dependenceOf({ everywhere: {}, locations: [{ location: 'Oslo', options }] }).onHome).toBe(false);
  });

  it('leaves out what Infinity would not accept, and says so, rather than losing the whole answer', () => {
    const broken = { everywhere: { theme: 'x'.repeat(251), showsNames: true }, locations: [] };
    const { result, fault } = configurationOf(policyMeeting(), broken, null, '');
    expect(result).toEqual({ ...plain(), enable_overlay_text: true });
    expect(fault).toContain('ivr_theme_name');
    expect(configurationProblems(broken.everywhere)[0]?.field).toBe('theme');
  });

  it('is not given at all when what is wrong decides who may come in', () => {
    for (const hostPin of ['', '123', '12#34', 'abcd', '1'.repeat(21)]) {
      expect(() => plain({ hostPin }), hostPin).toThrow();
    }
    expect(() => plain({ serviceName: 'x'.repeat(251) })).toThrow();
    expect(() => plain({ serviceName: '' })).toThrow();
  });
});

describe('Infinity’s rules', () => {
  const service = { service_type: 'conference', name: 'n', service_tag: 't', allow_guests: true };
  const accepts = (fields: object) => ServiceConfiguration.safeParse({ ...service, ...fields }).success;

  it.each([
    [{ pin: '4821#', guest_pin: '70135#' }, true],
    [{ pin: '9044', guest_pin: '1776' }, true],
    [{ pin: '9044', guest_pin: '9044' }, false],
    [{ pin: '9044', guest_pin: '17765' }, false],
    [{ pin: '9044#', guest_pin: '1776' }, false],
    [{}, false],
    [{ allow_guests: false }, true],
    [{ allow_guests: false, pin: '9044', guest_pin: '1776' }, false],
    [{ pin: '012' }, false],
    [{ pin: '012#' }, true],
    [{ pin: '9044', view: 'two_mains_zero_pips' }, false],
    [{ pin: '9044', max_callrate_in: 127_999 }, false],
  ])('take %j: %s', (fields, isAccepted) => expect(accepts(fields)).toBe(isAccepted));

  it('accept the configuration of every meeting under every setting that can be saved', () => {
    fc.assert(
      fc.property(
        savedOptions,
        savedOverrides,
        fc.boolean(),
        fc.option(fc.nat(50)),
        (everywhere, own, isLobby, limit) => {
          const settings = {
            everywhere,
            locations: [{ location: 'Oslo', options: own }],
          };
          const meeting = policyMeeting({ isLobby, participantLimit: limit });
          for (const home of [null, 'Oslo', 'Bergen']) {
            expect(configurationOf(meeting, settings, home, 'Oslo').fault).toBeNull();
          }
        },
      ),
    );
  });
});
