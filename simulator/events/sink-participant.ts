import { serviceTypeOf, type ConferenceState, type DialledLeg, type Participant } from '../conference/conference-state';

/** One leg of a participant, as the event sink and the status API know it. */
export interface Leg {
  uuid: string;
  protocol: 'API' | 'WebRTC' | DialledLeg['protocol'];
  /** Unix milliseconds, or null while it is not connected. */
  connectedAt: number | null;
  hasMedia: boolean;
  mediaNodeIp: string;
}

/**
 * A browser is two legs in one conversation: its control leg, and, once connected, its media leg (event-sink.md §5).
 * Every other caller is a single leg.
 */
export function legsOf({ uuid, joinedAt, dialled, call }: Participant): Leg[] {
  if (dialled) {
    const { protocol, mediaNodeIp } = dialled;
    return [{ uuid, protocol, connectedAt: joinedAt, hasMedia: true, mediaNodeIp }];
  }
  const control: Leg = { uuid, protocol: 'API', connectedAt: joinedAt, hasMedia: false, mediaNodeIp: '' };
  if (!call?.isConnected) return [control];
  const { callId, connectedAt, mediaNodeIp } = call;
  return [control, { uuid: callId, protocol: 'WebRTC', connectedAt, hasMedia: true, mediaNodeIp }];
}

/** The data of participant events, event-sink.md §3. Times are Unix seconds. */
export function sinkParticipant(state: ConferenceState, participant: Participant, leg: Leg) {
  return {
    uuid: leg.uuid,
    call_id: participant.uuid,
    conversation_id: participant.uuid,
    related_uuids: legsOf(participant)
      .map(({ uuid }) => uuid)
      .filter((uuid) => uuid !== leg.uuid),
    conference: state.service.name,
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
    is_streaming: false,
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
