import { hasCaptions } from '../conference/captions';
import { isStarted, type ConferenceState, type Participant } from '../conference/conference-state';
import { onStage } from '../conference/differences';

/** `conference_status` and `conference_update`. Clients take `direct_media` from every one, so each repeats it. */
export function wireConferenceStatus(state: ConferenceState) {
  const guests = [...state.participants.values()].filter(({ role }) => role === 'guest');
  return {
    locked: state.isLocked,
    guests_muted: state.areGuestsMuted,
    all_muted: guests.length > 0 && guests.every(({ isMuted }) => isMuted),
    started: isStarted(state),
    direct_media: false,
    presentation_allowed: true,
    chat_enabled: state.service.isChatEnabled,
    guests_can_present: state.service.guestsCanPresent,
    guests_can_unmute: state.guestsCanUnmute,
    live_captions_available: hasCaptions(state),
    breakout_rooms: false,
    classification: { levels: {}, current: null },
    message_text: null,
    pinning_config: '',
    breakout: false,
  };
}

export function wireLayout(state: ConferenceState) {
  return {
    view: state.layout,
    participants: onStage(state).map(({ uuid }) => uuid),
    requested_layout: { primary_screen: { chair_layout: state.layout, guest_layout: state.layout } },
    overlay_text_enabled: state.service.isOverlayTextEnabled,
  };
}

/** The strength of a voice goes from 0 to 100; whoever speaks here speaks up. */
const loudest = 100;

export function wireStage(state: ConferenceState) {
  return onStage(state).map(({ uuid }, index) => ({
    participant_uuid: uuid,
    stage_index: index,
    vad: state.speakers.has(uuid) ? loudest : 0,
  }));
}

export function wirePresenter(presenter: Participant) {
  return {
    presenter_name: presenter.displayName,
    presenter_uri: presenter.remoteAlias,
    presenter_uuid: presenter.uuid,
    presenter_source: 'video',
  };
}
