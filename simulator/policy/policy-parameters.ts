import { randomBytes } from 'node:crypto';
import type { Participant, Role } from '../conference/conference-state';
import type { PolicyParameters } from './ask-policy';
import type { Caller } from './caller';
import { nodeParameters, python, sizeParameters, type AvatarSize } from './device-parameters';

/** What service, participant, location and avatar requests have in common. */
function callParameters(caller: Caller): PolicyParameters {
  const { details } = caller;
  return {
    ...nodeParameters(caller.node),
    call_direction: caller.direction,
    protocol: caller.protocol,
    trigger: caller.trigger,
    local_alias: caller.localAlias,
    remote_alias: caller.remoteAlias,
    remote_display_name: caller.displayName,
    remote_address: caller.remoteAddress,
    remote_port: String(caller.remotePort),
    vendor: caller.vendor,
    registered: python(details.isRegistered),
    encryption: details.encryption,
    bandwidth: String(details.bandwidth),
    call_tag: caller.callTag,
    has_authenticated_display_name: python(details.hasAuthenticatedDisplayName),
    idp_uuid: details.idpUuid,
    supports_direct_media: python(caller.supportsDirectMedia),
    teams_tenant_id: details.teamsTenantId,
    ...details.sipHeaders,
  };
}

/** What there is more in the three requests that a joining call makes, but not in an avatar's. */
function joiningParameters({ details }: Caller): PolicyParameters {
  return {
    previous_service_name: details.previousServiceName,
    ...(details.telehealthRequestId !== null && { telehealth_request_id: details.telehealthRequestId }),
  };
}

export interface ServiceNames {
  name: string;
  tag: string;
}

const serviceNames = ({ name, tag }: ServiceNames) => ({
  service_name: name,
  unique_service_name: name,
  service_tag: tag,
});

/** `running` is the conference a call is made from: outbound requests alone say which service they belong to. */
export function serviceParameters(caller: Caller, running: ServiceNames | null): PolicyParameters {
  const { displayCount, thirdPartyPasscode } = caller.details;
  return {
    ...callParameters(caller),
    ...joiningParameters(caller),
    third_party_passcode: thirdPartyPasscode,
    ...(displayCount !== null && { display_count: String(displayCount) }),
    ...(running && serviceNames(running)),
  };
}

interface Joining {
  service: ServiceNames;
  participantUuid: string;
  /** Null before the PIN, which is when SIP and H.323 callers are asked about. */
  role: Role | null;
  bypassesLock: boolean;
}

/** `api` is asked when a browser's control leg joins, `standard` for media and for every other caller. */
export function participantParameters(caller: Caller, joining: Joining, type: 'api' | 'standard'): PolicyParameters {
  const { details } = caller;
  const attributes = Object.entries(details.idpAttributes).map(([name, values]) => [`idp_attribute_${name}`, values]);
  return {
    ...callParameters(caller),
    ...joiningParameters(caller),
    ...serviceNames(joining.service),
    ...Object.fromEntries(attributes),
    third_party_passcode: details.thirdPartyPasscode,
    participant_uuid: joining.participantUuid,
    call_uuid: joining.participantUuid,
    participant_type: type,
    preauthenticated_role: joining.role ?? '',
    bypass_lock: python(joining.bypassesLock),
    receive_from_audio_mix: 'main',
    send_to_audio_mixes_mix_name: 'main',
    send_to_audio_mixes_prominent: python(false),
    'receive_from_video_mix~mix_name': 'main',
    rx_presentation_policy: 'ALLOW',
    layout_group: '',
    spotlight: '0',
    disable_overlay_text: python(false),
    prefers_multiscreen_mix: python(false),
    wants_presentation_in_mix: python(false),
    can_receive_personal_mix: python(false),
    display_count: details.displayCount === null ? '' : String(details.displayCount),
    breakout_uuid: '',
    request_id: randomBytes(4).toString('hex'),
  };
}

// No call of this deployment comes in through a proxying edge node.
const withoutProxy = { proxy_node_address: '', proxy_node_location: '' };

export function locationParameters(caller: Caller, service: ServiceNames): PolicyParameters {
  return {
    ...callParameters(caller),
    ...joiningParameters(caller),
    ...serviceNames(service),
    ...withoutProxy,
    request_id: randomBytes(4).toString('hex'),
  };
}

/** For an entry of a conference's roster. */
export function rosterAvatarParameters(
  caller: Caller,
  service: ServiceNames,
  { role }: Participant,
  size: AvatarSize,
): PolicyParameters {
  return { ...callParameters(caller), ...serviceNames(service), role, ...sizeParameters(size), ...withoutProxy };
}
