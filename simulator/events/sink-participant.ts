import { serviceTypeOf, type ConferenceState, type Participant } from '../conference/conference-state';
import { legsOf, type Leg } from '../conference/legs';
import { roomName } from '../conference/rooms';

/** The data of participant events, event-sink.md §3. Times are Unix seconds. */
export function sinkParticipant(state: ConferenceState, participant: Participant, leg: Leg) {
  return {
    uuid: leg.uuid,
    call_id: participant.uuid,
    conversation_id: participant.uuid,
    related_uuids: legsOf(state, participant)
      .map(({ uuid }) => uuid)
      .filter((uuid) => uuid !== leg.uuid),
    conference: roomName(state.service.name, leg.room),
    display_name: participant.displayName,
    source_alias: participant.remoteAlias,
    destination_alias: participant.localAlias,
    call_direction: participant.dialled?.direction ?? 'in',
    protocol: leg.protocol,
    role: participant.role,
    service_type: serviceTypeOf(state, participant),
    service_tag: state.service.tag,
    call_tag: participant.callTag,
    connect_time: leg.connectedAt === null ? null : leg.connectedAt / 1000,
    has_media: leg.hasMedia,
    is_muted: participant.isMuted,
    is_client_muted: participant.isClientMuted,
    is_presenting: state.presenterUuid === participant.uuid,
    is_streaming: participant.dialled?.isStreaming ?? false,
    is_idp_authenticated: false,
    encryption: participant.dialled?.encryption ?? 'On',
    media_node: leg.mediaNodeIp,
    signalling_node: participant.nodeIp,
    proxy_node: '',
    system_location: participant.location,
    remote_address: participant.remoteAddress,
    rx_bandwidth: 0,
    tx_bandwidth: 0,
    vendor: participant.vendor,
  };
}
