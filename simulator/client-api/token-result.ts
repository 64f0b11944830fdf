import { hasCaptions } from '../conference/captions';
import { serviceTypeOf, type ConferenceState, type Participant } from '../conference/conference-state';
import { infinityVersion } from '../infinity-version';

export const wireVersion = { version_id: infinityVersion.versionId, pseudo_version: infinityVersion.pseudoVersion };

export const wireRole = ({ role }: Participant) => (role === 'chair' ? 'HOST' : 'GUEST');

function bandwidths({ service }: ConferenceState) {
  const kbps = (bitsPerSecond: number) => Math.round(bitsPerSecond / 1000);
  return {
    // From the client's side: what the conference lets in is what it may send.
    ...(service.maxCallRateIn !== null && { bandwidth_out: kbps(service.maxCallRateIn) }),
    ...(service.maxCallRateOut !== null && { bandwidth_in: kbps(service.maxCallRateOut) }),
  };
}

/**
 * The 200 result of `request_token`. `expires` is a string, as validators insist. There is no `stun` key: @pexip/infinity
 * makes an ICE server without address of an empty list, and RTCPeerConnection throws on it (client-api.md §2).
 */
export function tokenResult(state: ConferenceState, participant: Participant, token: string, tokenSeconds: number) {
  const { service } = state;
  return {
    token,
    expires: String(tokenSeconds),
    participant_uuid: participant.uuid,
    display_name: participant.displayName,
    role: wireRole(participant),
    call_tag: participant.callTag,
    version: wireVersion,
    conference_name: service.name,
    service_name: service.name,
    service_type: service.serviceType,
    current_service_type: serviceTypeOf(state, participant),
    call_type: service.callType,
    chat_enabled: service.isChatEnabled,
    guests_can_present: service.guestsCanPresent,
    live_captions_available: hasCaptions(state),
    fecc_enabled: false,
    rtmp_enabled: false,
    rtsp_enabled: false,
    analytics_enabled: false,
    breakout_rooms: false,
    vp9_enabled: false,
    allow_1080p: false,
    trickle_ice_enabled: true,
    route_via_registrar: true,
    idp_uuid: '',
    turn: [],
    use_relay_candidates_only: false,
    direct_media: false,
    ...bandwidths(state),
  };
}
