import { describe, expect, test } from 'vitest';
import { aConference, aParticipant, aService, joined } from '../testing/builders';
import { plainDetails, type Caller } from './caller';
import { directoryAvatarParameters, directoryParameters, registrationParameters } from './device-parameters';
import {
  locationParameters,
  participantParameters,
  rosterAvatarParameters,
  serviceParameters,
} from './policy-parameters';

const node = { url: '', ip: '192.0.2.11', location: 'Harbour' };
const caller: Caller = {
  node,
  protocol: 'sip',
  trigger: 'invite',
  direction: 'dial_in',
  localAlias: 'sip:room@example.com',
  remoteAlias: 'sip:alice@example.com',
  displayName: 'Alice',
  callTag: '',
  remoteAddress: '198.51.100.5',
  remotePort: 5060,
  vendor: 'Cisco/CE',
  supportsDirectMedia: false,
  details: plainDetails,
};
const service = { name: 'Room', tag: 't' };
const joining = { service, participantUuid: 'p', role: null, bypassesLock: false };

// policy-api.md §3, column by column.
const everywhere = ['version_id', 'pseudo_version_id', 'location', 'node_ip'];
const ofCalls = [
  ...everywhere,
  ...['call_direction', 'protocol', 'trigger', 'local_alias', 'remote_alias', 'remote_display_name', 'remote_address'],
  ...['remote_port', 'vendor', 'registered', 'encryption', 'bandwidth', 'call_tag', 'has_authenticated_display_name'],
  ...['idp_uuid', 'supports_direct_media', 'teams_tenant_id'],
];
const names = ['service_name', 'unique_service_name', 'service_tag'];
const proxies = ['proxy_node_address', 'proxy_node_location'];
const sorted = (keys: object | string[]) => (Array.isArray(keys) ? [...keys] : Object.keys(keys)).sort();

describe('each request carries its parameters and no others', () => {
  test('service configuration', () => {
    const wanted = [...ofCalls, 'previous_service_name', 'third_party_passcode'];
    expect(sorted(serviceParameters(caller, null))).toEqual(sorted(wanted));
    expect(sorted(serviceParameters(caller, service))).toEqual(sorted([...wanted, ...names]));
  });
  test('participant properties', () => {
    const observed = ['layout_group', 'spotlight', 'disable_overlay_text', 'prefers_multiscreen_mix', 'request_id'];
    const observedToo = ['wants_presentation_in_mix', 'can_receive_personal_mix', 'rx_presentation_policy'];
    const wanted = [
      ...[...ofCalls, ...names, 'previous_service_name', 'third_party_passcode', 'display_count', 'breakout_uuid'],
      ...['participant_uuid', 'call_uuid', 'participant_type', 'preauthenticated_role', 'bypass_lock'],
      ...['receive_from_audio_mix', 'send_to_audio_mixes_mix_name', 'send_to_audio_mixes_prominent'],
      ...[...observed, ...observedToo, 'receive_from_video_mix~mix_name'],
    ];
    expect(sorted(participantParameters(caller, joining, 'standard'))).toEqual(sorted(wanted));
  });
  test('media location', () => {
    const wanted = [...ofCalls, ...names, ...proxies, 'previous_service_name', 'request_id'];
    expect(sorted(locationParameters(caller, service))).toEqual(sorted(wanted));
  });
  test('avatars of a roster and of a directory', () => {
    const guest = aParticipant('guest');
    const { service: running } = aConference(aService(), joined(guest));
    const size = { width: 40, height: 30 };
    expect(sorted(rosterAvatarParameters(caller, running, guest, size))).toEqual(
      sorted([...ofCalls, ...names, ...proxies, 'role', 'width', 'height']),
    );
    const seven = directoryAvatarParameters(node, size);
    expect(sorted(seven)).toEqual(sorted([...everywhere, 'registered', 'width', 'height']));
    expect(seven).toMatchObject({ registered: 'True', width: '40', height: '30' });
  });
  test('registration and directory', () => {
    const device = { protocol: 'h323', authType: 'credentials', remoteAddress: '198.51.100.5' };
    expect(sorted(registrationParameters(node, device))).toEqual(
      sorted([...everywhere, 'protocol', 'auth_type', 'remote_address']),
    );
    const search = directoryParameters(node, { typed: 'wa', limit: 10, alias: 'room7' });
    expect(sorted(search)).toEqual(sorted([...everywhere, 'q', 'limit', 'registration_alias', 'call_tag']));
    expect(search).toMatchObject({ q: 'wa', limit: '10', registration_alias: 'room7' });
  });
});

describe('values are written as Infinity writes them', () => {
  test('null is an empty string, and booleans are words of Python', () => {
    expect(participantParameters(caller, joining, 'standard')).toMatchObject({
      preauthenticated_role: '',
      bypass_lock: 'False',
      registered: 'False',
    });
  });
  test('headers and attributes are repeated under their own names, and only where they belong', () => {
    const details = {
      ...plainDetails,
      sipHeaders: { 'P-Asserted-Identity': ['"Alice"<sip:alice@example.com>'], 'ms-subnet': ['203.0.113.0'] },
      idpAttributes: { department: ['Claims', 'Life'] },
      telehealthRequestId: 'epic-1',
    };
    const asked = participantParameters({ ...caller, details }, joining, 'standard');
    expect(asked).toMatchObject({
      idp_attribute_department: ['Claims', 'Life'],
      'ms-subnet': ['203.0.113.0'],
      telehealth_request_id: 'epic-1',
    });
    expect(serviceParameters({ ...caller, details }, null)).not.toHaveProperty('idp_attribute_department');
  });
});
