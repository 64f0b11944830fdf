import { randomBytes } from 'node:crypto';
import type { ConferenceState, Participant, Role } from '../conference/conference-state';
import type { ConferencingNode } from '../conferencing-node';
import { infinityVersion } from '../infinity-version';

/** Who calls, and how: the same for every question of one call. */
export interface Caller {
  node: ConferencingNode;
  localAlias: string;
  displayName: string;
  callTag: string;
  remoteAddress: string;
  remotePort: number;
  vendor: string;
  supportsDirectMedia: boolean;
}

// Infinity writes booleans as Python does, and null as an empty string (policy-api.md §3).
const python = (value: boolean) => (value ? 'True' : 'False');

function commonParameters(caller: Caller, protocol: 'api' | 'webrtc', trigger: string): Record<string, string> {
  return {
    version_id: infinityVersion.versionId,
    pseudo_version_id: infinityVersion.pseudoVersion,
    location: caller.node.location,
    node_ip: caller.node.ip,
    call_direction: 'dial_in',
    protocol,
    trigger,
    local_alias: caller.localAlias,
    remote_alias: caller.displayName,
    remote_display_name: caller.displayName,
    remote_address: caller.remoteAddress,
    remote_port: String(caller.remotePort),
    vendor: caller.vendor,
    registered: python(false),
    encryption: 'On',
    bandwidth: '0',
    call_tag: caller.callTag,
    has_authenticated_display_name: python(false),
    idp_uuid: '',
    supports_direct_media: python(caller.supportsDirectMedia),
    teams_tenant_id: '',
    previous_service_name: '',
  };
}

export function serviceParameters(caller: Caller, trigger: 'web' | 'two_stage_dialing'): Record<string, string> {
  return commonParameters(caller, 'api', trigger);
}

interface Service {
  name: string;
  tag: string;
}

const serviceNames = ({ name, tag }: Service) => ({ service_name: name, unique_service_name: name, service_tag: tag });

interface Joining {
  service: Service;
  participantUuid: string;
  role: Role;
  bypassesLock: boolean;
}

/** `api` is asked when the control leg joins, `standard` when it sets up media. */
export function participantParameters(caller: Caller, joining: Joining, type: 'api' | 'standard') {
  return {
    ...commonParameters(caller, type === 'api' ? 'api' : 'webrtc', 'web'),
    ...serviceNames(joining.service),
    participant_uuid: joining.participantUuid,
    call_uuid: joining.participantUuid,
    participant_type: type,
    preauthenticated_role: joining.role,
    bypass_lock: python(joining.bypassesLock),
    receive_from_audio_mix: 'main',
    send_to_audio_mixes_mix_name: 'main',
    send_to_audio_mixes_prominent: python(false),
    display_count: '',
    breakout_uuid: '',
  };
}

export function locationParameters(caller: Caller, service: Service): Record<string, string> {
  return {
    ...commonParameters(caller, 'webrtc', 'web'),
    ...serviceNames(service),
    proxy_node_address: '',
    proxy_node_location: '',
    request_id: randomBytes(4).toString('hex'),
  };
}

export function avatarParameters(caller: Caller, state: ConferenceState, { role }: Participant) {
  return {
    ...commonParameters(caller, 'api', 'web_avatar_fetch'),
    ...serviceNames(state.service),
    role,
    width: '100',
    height: '100',
    proxy_node_address: '',
    proxy_node_location: '',
  };
}
