import { isStarted, serviceTypeOf, type ConferenceState, type Participant } from '../conference/conference-state';
import { legsIn, type Leg } from '../conference/legs';
import { roomId, roomName } from '../conference/rooms';
import type { ConferencingNode } from '../conferencing-node';
import { callQualities, type Quality } from '../quality/call-quality';
import type { Registration } from '../registrations/registrations';

/** An object of a list, as it is written in JSON. */
export type Row = Record<string, unknown>;

/** As the status API writes what policy is told in lower case. */
const registrationProtocols = { sip: 'SIP', h323: 'H323', webrtc: 'WebRTC' } as const;

/** ISO 8601 in UTC without a zone, as the management API writes times. */
export const isoTime = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '');

function sharedFields(state: ConferenceState) {
  return {
    service_type: state.service.serviceType,
    tag: state.service.tag,
    is_locked: state.isLocked,
    is_started: isStarted(state),
    guests_muted: state.areGuestsMuted,
  };
}

/** One row for each room in which somebody is. */
export function conferenceRows(state: ConferenceState): Row[] {
  const rooms = new Set([...state.parts.values()].map(({ room }) => room));
  return [...rooms].map((room) => {
    const id = roomId(state.id, room);
    return {
      id,
      name: roomName(state.service.name, room),
      start_time: isoTime(room === null ? state.startedAt : (state.breakouts.get(room) ?? state.startedAt)),
      ...sharedFields(state),
      direct_media_available: false,
      resource_uri: `/api/admin/status/v1/conference/${id}/`,
    };
  });
}

/** One row for each node that carries a part of a room. */
export function shardRows(state: ConferenceState, nodes: readonly ConferencingNode[]): Row[] {
  return [...state.parts.values()].map(({ nodeIp, room, startedAt }) => {
    const id = `${roomId(state.id, room)}:${nodeIp}`;
    return {
      id,
      conference: roomName(state.service.name, room),
      node: nodeIp,
      system_location: nodes.find(({ ip }) => ip === nodeIp)?.location ?? '',
      start_time: isoTime(startedAt),
      ...sharedFields(state),
      is_direct: false,
      transcoding_enabled: true,
      resource_uri: `/api/admin/status/v1/conference_shard/${id}/`,
    };
  });
}

/** A leg under the id that events have for it. */
export function participantRow(state: ConferenceState, participant: Participant, leg: Leg, quality: Quality): Row {
  return {
    id: leg.uuid,
    call_uuid: participant.uuid,
    conversation_id: participant.uuid,
    conference: roomName(state.service.name, leg.room),
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
    is_streaming: participant.dialled?.isStreaming ?? false,
    is_direct: false,
    is_disconnect_supported: true,
    is_mute_supported: true,
    is_transfer_supported: false,
    is_idp_authenticated: false,
    idp_uuid: '',
    call_quality: callQualities[quality],
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

/** One row for each leg. */
export function participantRows(state: ConferenceState, qualityOf: (legId: string) => Quality): Row[] {
  return legsIn(state).map(({ participant, leg }) => participantRow(state, participant, leg, qualityOf(leg.uuid)));
}
