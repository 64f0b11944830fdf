import { describe, expect, test } from 'vitest';
import { invalidField } from './invalid-field';
import { objectNames } from './object-names';
import { serviceConfigurationSchema } from './service-schema';

const schema = serviceConfigurationSchema(objectNames({ sipProxies: ['Registrar'], mediaPlaylists: ['Welcome'] }));
const base = { service_type: 'conference', name: 'Room', service_tag: 't' };
const uuid = '5d0c3c6a-2f0e-4a53-9a5e-0a2d7c1f0001';
const film = { service_type: 'media_playback', media_playlist_name: 'Welcome' };
const gateway = { service_type: 'gateway', local_alias: 'a', remote_alias: 'b', outgoing_protocol: 'sip' };

const valid: [string, Record<string, unknown>][] = [
  ['a film that ends in a conference', { ...film, on_completion: { transfer: { conference: 'a', role: 'guest' } } }],
  ['a film that ends the call', { ...film, on_completion: { disconnect: true } }],
  ['a proxy that exists', { ...gateway, sip_proxy_name: 'Registrar' }],
  ['a Teams layout for a gateway', { ...gateway, view: 'teams_focus', call_type: 'auto' }],
  ['a breakout', { breakout: true, breakout_name: 'One', breakout_uuid: uuid, end_action: 'disconnect', end_time: 0 }],
  ['rooms with breakouts', { breakout_rooms: true, breakout_uuids: [uuid] }],
];

const invalid: [string, Record<string, unknown>, string][] = [
  [
    'a playlist that does not exist',
    { service_type: 'media_playback', media_playlist_name: 'None' },
    'media_playlist_name',
  ],
  ['a film and guests without PIN', { ...film, allow_guests: true }, 'pin'],
  [
    'a film with two ends',
    { ...film, on_completion: { disconnect: true, transfer: { conference: 'a' } } },
    'on_completion',
  ],
  ['a film that ends in nothing', { ...film, on_completion: {} }, 'on_completion'],
  [
    'a film after which a role of the configuration API is given',
    { ...film, on_completion: { transfer: { conference: 'a', role: 'host' } } },
    'on_completion.transfer.role',
  ],
  ['a proxy that does not exist', { ...gateway, sip_proxy_name: 'None' }, 'sip_proxy_name'],
  ['a TURN server that does not exist', { ...gateway, turn_server_name: 'None' }, 'turn_server_name'],
  ['an invented device type', { ...gateway, called_device_type: 'telephone' }, 'called_device_type'],
  ['a Teams layout for a conference', { view: 'teams' }, 'view'],
  ['a flag of a gateway as text', { ...gateway, treat_as_trusted: 'yes' }, 'treat_as_trusted'],
  ['a breakout without id', { breakout: true, breakout_name: 'One' }, 'breakout_uuid'],
  ['a breakout whose id is no UUID', { breakout: true, breakout_name: 'One', breakout_uuid: '7' }, 'breakout_uuid'],
  ['a breakout without name', { breakout: true, breakout_uuid: uuid }, 'breakout_name'],
  ['breakouts of a breakout', { breakout: true, breakout_rooms: true, breakout_uuid: uuid }, 'breakout_rooms'],
  ['breakouts with direct media', { breakout_rooms: true, direct_media: 'always' }, 'breakout_rooms'],
  ['an end as text', { end_time: '0' }, 'end_time'],
  [
    'an automatic participant of no role',
    { automatic_participants: [{ local_alias: 'a', remote_alias: 'b', protocol: 'sip' }] },
    'automatic_participants.0.role',
  ],
  ['a reception of no kind', { service_type: 'two_stage_dialing', two_stage_dial_type: 'sip' }, 'two_stage_dial_type'],
];

describe('a gateway, film, reception or breakout', () => {
  test.each(valid)('is accepted with %s', (_case, fields) => {
    expect(schema.safeParse({ ...base, ...fields }).error).toBeUndefined();
  });
  test.each(invalid)('is void with %s', (_case, fields, field) => {
    const parsed = schema.safeParse({ ...base, ...fields });
    expect(parsed.error && invalidField(parsed.error.issues)).toContain(`Field=${field} `);
  });
});
