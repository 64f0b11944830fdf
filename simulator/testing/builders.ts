import type { ConferenceService } from '../conference/conference-service';
import {
  newConference,
  type ConferenceState,
  type DialledLeg,
  type MediaCall,
  type Participant,
} from '../conference/conference-state';
import { reduceConference, type ConferenceAction } from '../conference/reduce-conference';

export function aService(given: Partial<ConferenceService> = {}): ConferenceService {
  return {
    name: 'Room 12',
    tag: 'tag-12',
    serviceType: 'conference',
    allowsGuests: true,
    pin: '1234',
    guestPin: null,
    participantLimit: null,
    callType: 'video',
    isChatEnabled: true,
    guestsCanPresent: true,
    isLockedAtStart: false,
    mutesGuests: false,
    layout: '1:7',
    isOverlayTextEnabled: false,
    captions: { isEnabled: false, spokenLanguage: 'en-US', language: 'en-US' },
    maxCallRateIn: null,
    maxCallRateOut: null,
    described: {},
    ...given,
  };
}

export function aParticipant(uuid: string, given: Partial<Participant> = {}): Participant {
  return {
    uuid,
    displayName: uuid,
    overlayText: uuid,
    remoteAlias: uuid,
    localAlias: 'room12',
    callTag: '',
    role: 'guest',
    nodeIp: '192.0.2.11',
    location: 'Harbour',
    breakout: null,
    remoteAddress: '198.51.100.5',
    remotePort: 50_000,
    vendor: 'browser',
    joinedAt: 0,
    isAdmitted: false,
    waitingSince: 0,
    bypassesLock: false,
    isMuted: false,
    isClientMuted: false,
    isVideoMuted: false,
    buzzedAt: 0,
    spotlightAt: 0,
    receivesPresentation: true,
    supportsDirectChat: false,
    showsCaptions: false,
    dialled: null,
    call: null,
    slidesCalls: { send: null, receive: null },
    ...given,
  };
}

export const aHost = (uuid: string, given: Partial<Participant> = {}) =>
  aParticipant(uuid, { role: 'chair', ...given });

export function aCall(callId: string, given: Partial<MediaCall> = {}): MediaCall {
  return {
    callId,
    isConnected: true,
    connectedAt: 1000,
    isAudioOnly: false,
    mediaNodeIp: '192.0.2.11',
    ...given,
  };
}

export function aDialledLeg(given: Partial<DialledLeg> = {}): DialledLeg {
  return {
    protocol: 'SIP',
    direction: 'in',
    encryption: 'On',
    isAudioOnly: false,
    isStreaming: false,
    mediaNodeIp: '192.0.2.11',
    ...given,
  };
}

export const joined = (participant: Participant): ConferenceAction => ({ type: 'joined', participant });

export function aConference(service: ConferenceService, ...actions: ConferenceAction[]): ConferenceState {
  return actions.reduce((state, action) => reduceConference(state, action, 0), newConference('c1', service, 0));
}

/** Who is in, by id. */
export function admitted(state: ConferenceState): string[] {
  return [...state.participants.values()].filter(({ isAdmitted }) => isAdmitted).map(({ uuid }) => uuid);
}
