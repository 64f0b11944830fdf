import {
  hasMedia,
  isAudioOnly,
  serviceTypeOf,
  type ConferenceState,
  type Participant,
} from '../conference/conference-state';

const yesNo = (isTrue: boolean) => (isTrue ? 'YES' : 'NO');
const seconds = (milliseconds: number) => milliseconds / 1000;

function mediaFields(participant: Participant) {
  const isSeenOrHeard = hasMedia(participant);
  return {
    has_media: isSeenOrHeard,
    is_video_call: yesNo(isSeenOrHeard && !isAudioOnly(participant)),
    is_audio_only_call: yesNo(isSeenOrHeard && isAudioOnly(participant)),
    is_muted: yesNo(participant.isMuted),
    is_client_muted: participant.isClientMuted,
    is_video_muted: participant.isVideoMuted,
    is_video_silent: false,
    is_main_video_dropped_out: false,
  };
}

/** What every participant of this simulator has in common; validators of @pexip/infinity ask for all of it. */
const constants = {
  external_node_uuid: '',
  presentation_supported: 'YES',
  needs_presentation_in_mix: false,
  mute_supported: 'YES',
  disconnect_supported: 'YES',
  transfer_supported: 'NO',
  fecc_supported: 'NO',
  last_spoken_time: 0,
  is_external: false,
  is_conjoined: false,
  is_idp_authenticated: false,
  is_streaming_conference: false,
  is_transferring: false,
  is_on_hold: false,
  is_tx_muted: false,
  layout_group: null,
  send_to_audio_mixes: [{ mix_name: 'main', prominent: false }],
  receive_from_audio_mix: 'main',
  can_receive_personal_mix: false,
  receive_from_video_mix: { mix_name: 'main', timestamp: 0 },
};

/**
 * The whole participant object of client-api.md §5, as `viewer` may see it: guests are not told where others call from,
 * with what, or under which call tag.
 */
export function wireParticipant(state: ConferenceState, participant: Participant, viewer: Participant) {
  const isOpen = viewer.role === 'chair' || viewer.uuid === participant.uuid;
  return {
    ...constants,
    ...mediaFields(participant),
    uuid: participant.uuid,
    api_url: `/participants/${participant.uuid}`,
    display_name: participant.displayName,
    overlay_text: participant.overlayText,
    local_alias: participant.localAlias,
    uri: isOpen ? participant.remoteAlias : '',
    vendor: isOpen ? participant.vendor : '',
    protocol: isOpen ? (participant.dialled?.protocol.toLowerCase() ?? 'api') : '',
    call_direction: participant.dialled?.direction ?? 'in',
    encryption: participant.dialled?.encryption ?? 'On',
    call_tag: isOpen ? participant.callTag : '',
    role: participant.role,
    service_type: serviceTypeOf(state, participant),
    start_time: seconds(participant.joinedAt),
    is_presenting: yesNo(state.presenterUuid === participant.uuid),
    rx_presentation_policy: participant.receivesPresentation ? 'ALLOW' : 'DENY',
    buzz_time: seconds(participant.buzzedAt),
    spotlight: seconds(participant.spotlightAt),
    show_live_captions: participant.showsCaptions,
    supports_direct_chat: participant.supportsDirectChat,
  };
}
