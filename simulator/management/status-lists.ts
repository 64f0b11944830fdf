import { isStarted, serviceTypeOf, type ConferenceState, type Participant } from '../conference/conference-state';
import type { ConferencingNode } from '../conferencing-node';
import { legsOf, type Leg } from '../events/sink-participant';
import type { Registration } from '../registrations/registrations';

export type Row = Record<string, string | number | boolean | null>;

/** As the status API writes what policy is told in lower case. */
const registrationProtocols = { sip: 'SIP', h323: 'H323', webrtc: 'WebRTC' } as const;

/** ISO 8601 in UTC without a zone, as the management API writes times. */
const isoTime = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '');

function sharedFields(state: ConferenceState) {
  return {
    service_type: state.service.serviceType,
    tag: state.service.tag,
    is_locked: state.isLocked,
    is_started: isStarted(state),
    guests_muted: state.areGuestsMuted,
  };
}

export function conferenceRow(state: ConferenceState): Row {
  return {
    id: state.id,
    name: state.service.name,
    start_time: isoTime(state.startedAt),
    ...sharedFields(state),
    direct_media_available: false,
    resource_uri: `/api/admin/status/v1/conference/${state.id}/`,
  };
}

/** One row for each node that carries a part of the conference. */
export function shardRows(state: ConferenceState, nodes: readonly ConferencingNode[]): Row[] {
  return [...state.nodeStarts].map(([nodeIp, startedAt]) => ({
    id: `${state.id}:${nodeIp}`,
    conference: state.service.name,
    node: nodeIp,
    system_location: nodes.find(({ ip }) => ip === nodeIp)?.location ?? '',
    start_time: isoTime(startedAt),
    ...sharedFields(state),
    is_direct: false,
    transcoding_enabled: true,
  }));
}

function participantRow(state: ConferenceState, participant: Participant, leg: Leg): Row {
  return {
    id: leg.uuid,
    call_uuid: participant.uuid,
    conversation_id: participant.uuid,
    conference: state.service.name,
    display_name: participant.displayName,
    source_alias: participant.remoteAlias,
    destination_alias: participant.localAlias,
    participant_alias: participant.remoteAlias,
    call_tag: participant.callTag,
    service_tag: state.service.tag,
    service_type: serviceTypeOf(state, participant),
    role: participant.role,
    protocol: leg.protocol,
    call_direction: participant.dialled?.direction ?? 'in',
    connect_time: leg.connectedAt === null ? null : isoTime(leg.connectedAt),
    has_media: leg.hasMedia,
    is_muted: participant.isMuted,
    is_client_muted: participant.isClientMuted,
    is_presenting: state.presenterUuid === participant.uuid,
    is_on_hold: false,
    is_streaming: false,
    is_direct: false,
    is_disconnect_supported: true,
    is_mute_supported: true,
    is_transfer_supported: false,
    is_idp_authenticated: false,
    idp_uuid: '',
    call_quality: leg.hasMedia ? '1_good' : '0_unknown',
    encryption: participant.dialled?.encryption ?? 'On',
    media_node: leg.mediaNodeIp,
    signalling_node: participant.nodeIp,
    proxy_node: '',
    system_location: participant.location,
    remote_address: participant.remoteAddress,
    remote_port: participant.remotePort,
    vendor: participant.vendor,
    resource_uri: `/api/admin/status/v1/participant/${leg.uuid}/`,
  };
}

export function registrationRow(registration: Registration): Row {
  return {
    id: registration.id,
    alias: registration.alias,
    protocol: registrationProtocols[registration.protocol],
    username: registration.username,
    remote_address: registration.remoteAddress,
    vendor: registration.vendor,
    node: registration.nodeIp,
    start_time: isoTime(registration.startedAt),
    resource_uri: `/api/admin/status/v1/registration_alias/${registration.id}/`,
  };
}

/** One row for each leg, under the same ids as the event sink uses. */
export function participantRows(state: ConferenceState): Row[] {
  return [...state.participants.values()].flatMap((participant) =>
    legsOf(participant).map((leg) => participantRow(state, participant, leg)),
  );
}
