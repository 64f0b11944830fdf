import { describe, expect, test } from 'vitest';
import { invalidField } from './invalid-field';
import { objectNames } from './object-names';
import { serviceConfigurationSchema } from './service-schema';
import { toConferenceService } from './to-conference-service';

const schema = serviceConfigurationSchema(
  objectNames({
    locations: ['Harbour'],
    themes: ['Night'],
    identityProviderGroups: ['Staff'],
    mediaPlaylists: ['Welcome'],
  }),
);
const base = { service_type: 'conference', name: 'Room', service_tag: 't' };
const long = 'x'.repeat(251);

const valid: [string, Record<string, unknown>][] = [
  ['the least there can be', {}],
  ['no service_tag', { service_tag: undefined }],
  ['an empty service_tag', { service_tag: '' }],
  ['guests with a host PIN', { allow_guests: true, pin: '1234' }],
  ['PINs of equal length', { allow_guests: true, pin: '1234', guest_pin: '4321' }],
  ['PINs of any length that both end in #', { allow_guests: true, pin: '4821#', guest_pin: '70135#' }],
  ['an empty guest PIN', { allow_guests: true, pin: '1234', guest_pin: '' }],
  ['twenty digits', { pin: '1'.repeat(20) }],
  ['nineteen digits and #', { pin: `${'1'.repeat(19)}#` }],
  ['a documented layout', { view: 'five_mains_seven_pips' }],
  ['the lowest and highest bit rates', { max_callrate_in: 128_000, max_callrate_out: 8_192_000 }],
  ['null where null is a value', { crypto_mode: null, max_pixels_per_second: null }],
  ['a theme that exists', { ivr_theme_name: 'Night' }],
  ['no identity provider group, said by an empty name', { host_identity_provider_group: '' }],
  ['unknown keys', { id: 7, aliases: [], call_tag: 'stray' }],
  ['250 characters', { description: 'x'.repeat(250) }],
  ['a lecture', { service_type: 'lecture', host_view: 'one_main_zero_pips', guest_view: 'one_main_seven_pips' }],
  ['a test call', { service_type: 'test_call' }],
  ['a reception', { service_type: 'two_stage_dialing', match_string: '^\\d{6}$' }],
  ['a film', { service_type: 'media_playback', media_playlist_name: 'Welcome' }],
  [
    'a gateway',
    {
      service_type: 'gateway',
      local_alias: 'a',
      remote_alias: 'b',
      outgoing_protocol: 'sip',
      outgoing_location_name: 'Harbour',
    },
  ],
];

const invalid: [string, Record<string, unknown>, string][] = [
  ['no name', { name: undefined }, 'name'],
  ['an empty name', { name: '' }, 'name'],
  ['a name of 251 characters', { name: long }, 'name'],
  ['an unknown service type', { service_type: 'room' }, 'service_type'],
  ['guests without a host PIN', { allow_guests: true }, 'pin'],
  ['an empty PIN', { pin: '' }, 'pin'],
  ['a PIN of three digits', { pin: '123' }, 'pin'],
  ['two digits and #', { pin: '12#' }, 'pin'],
  ['a PIN of 21 digits', { pin: '1'.repeat(21) }, 'pin'],
  ['twenty digits and #', { pin: `${'1'.repeat(20)}#` }, 'pin'],
  ['a PIN with a letter', { pin: '12a4' }, 'pin'],
  ['a PIN as a number', { pin: 1234 }, 'pin'],
  ['a guest PIN without guests', { pin: '1234', guest_pin: '4321' }, 'guest_pin'],
  ['a guest PIN equal to the PIN', { allow_guests: true, pin: '1234', guest_pin: '1234' }, 'guest_pin'],
  ['PINs of unequal length', { allow_guests: true, pin: '1234', guest_pin: '54321' }, 'guest_pin'],
  ['only one PIN ending in #', { allow_guests: true, pin: '1234#', guest_pin: '54321' }, 'guest_pin'],
  ['an invented layout', { view: 'four_mains_eight_pips' }, 'view'],
  ['a layout as clients name it', { view: '1:7' }, 'view'],
  ['a layout name of every object', { view: 'constructor' }, 'view'],
  ['a bit rate in kbit/s', { max_callrate_in: 1024 }, 'max_callrate_in'],
  ['a bit rate too high', { max_callrate_out: 8_192_001 }, 'max_callrate_out'],
  ['a bit rate as text', { max_callrate_out: '512000' }, 'max_callrate_out'],
  ['a flag as text', { allow_guests: 'true' }, 'allow_guests'],
  ['null for a flag', { locked: null }, 'locked'],
  ['a theme that does not exist', { ivr_theme_name: 'Day' }, 'ivr_theme_name'],
  ['a description of 251 characters', { description: long }, 'description'],
  ['a negative limit', { participant_limit: -1 }, 'participant_limit'],
  ['a limit over a million', { participant_limit: 1_000_001 }, 'participant_limit'],
  ['a call type', { call_type: 'auto' }, 'call_type'],
  ['chat as a flag', { enable_chat: true }, 'enable_chat'],
  [
    'a lecture with the mosaic of conferences',
    { service_type: 'lecture', guest_view: 'five_mains_seven_pips' },
    'guest_view',
  ],
  ['a gateway without target', { service_type: 'gateway', local_alias: 'a', outgoing_protocol: 'sip' }, 'remote_alias'],
  ['a film without playlist', { service_type: 'media_playback' }, 'media_playlist_name'],
];

describe('a service configuration', () => {
  test.each(valid)('is accepted with %s', (_case, fields) => {
    expect(schema.safeParse({ ...base, ...fields }).error).toBeUndefined();
  });
  test.each(invalid)('is void with %s', (_case, fields, field) => {
    const parsed = schema.safeParse({ ...base, ...fields });
    expect(parsed.success).toBe(false);
    expect(parsed.error && invalidField(parsed.error.issues)).toContain(`Field=${field} `);
  });
  test('gets the documented defaults', () => {
    const service = schema.parse(base);
    if (service.service_type !== 'conference') throw new Error('not a conference');
    expect(toConferenceService(service)).toMatchObject({
      allowsGuests: false,
      pin: null,
      guestPin: null,
      guestsCanPresent: true,
      isLockedAtStart: false,
      isChatEnabled: true,
      layout: '1:7',
    });
  });
});
