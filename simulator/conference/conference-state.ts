import type { ConferenceService } from './conference-service';
import type { Part, Room } from './rooms';

/** `chair` is what the wire calls a host. */
export type Role = 'chair' | 'guest';

/** A participant's WebRTC call. Times are Unix milliseconds throughout the model. */
export interface MediaCall {
  callId: string;
  /** ICE and DTLS are up. */
  isConnected: boolean;
  connectedAt: number | null;
  isAudioOnly: boolean;
  mediaNodeIp: string;
}

/** The calls that PexRTC up to 27 makes beside its own, one for each direction of slides, by call id. */
export interface SlidesCalls {
  send: string | null;
  receive: string | null;
}

/** How a caller is connected who is no browser: one leg, whose media the simulator takes for granted. */
export interface DialledLeg {
  /** As events and the status API write it. */
  protocol: 'SIP' | 'H323' | 'RTMP' | 'MSSIP' | 'TEAMS';
  direction: 'in' | 'out';
  encryption: 'On' | 'Off' | 'Unknown';
  isAudioOnly: boolean;
  /** A recording or a broadcast, and nobody who attends. */
  isStreaming: boolean;
  mediaNodeIp: string;
}

export interface Participant {
  uuid: string;
  displayName: string;
  overlayText: string;
  /** Who the other side says it is; of a browser, the name that was typed. */
  remoteAlias: string;
  /** The alias that was dialled. */
  localAlias: string;
  callTag: string;
  role: Role;
  nodeIp: string;
  location: string;
  breakout: Room;
  remoteAddress: string;
  remotePort: number;
  vendor: string;
  joinedAt: number;
  /** Not admitted is in the waiting room. */
  isAdmitted: boolean;
  /** When the present wait began. */
  waitingSince: number;
  bypassesLock: boolean;
  isMuted: boolean;
  isClientMuted: boolean;
  isVideoMuted: boolean;
  /** 0 is a lowered hand. */
  buzzedAt: number;
  /** 0 is not in the spotlight. */
  spotlightAt: number;
  receivesPresentation: boolean;
  supportsDirectChat: boolean;
  showsCaptions: boolean;
  /** Null is a browser. */
  dialled: DialledLeg | null;
  call: MediaCall | null;
  slidesCalls: SlidesCalls;
}

export interface ConferenceState {
  id: string;
  service: ConferenceService;
  startedAt: number;
  isLocked: boolean;
  areGuestsMuted: boolean;
  guestsCanUnmute: boolean;
  /** A host pressed start. */
  isStartedByHand: boolean;
  layout: string;
  presenterUuid: string | null;
  /** Who was loud enough in the last moment. */
  speakers: ReadonlySet<string>;
  participants: ReadonlyMap<string, Participant>;
  /** The open breakout rooms, and since when. */
  breakouts: ReadonlyMap<string, number>;
  /** Which nodes carry what, by `partKey`. */
  parts: ReadonlyMap<string, Part>;
  /** Since when admitted guests have been without any host; null while that is not so. */
  hostlessSince: number | null;
}

export function newConference(id: string, service: ConferenceService, now: number): ConferenceState {
  return {
    id,
    service,
    startedAt: now,
    isLocked: service.isLockedAtStart,
    areGuestsMuted: service.mutesGuests,
    guestsCanUnmute: true,
    isStartedByHand: false,
    layout: service.layout,
    presenterUuid: null,
    speakers: new Set(),
    participants: new Map(),
    breakouts: new Map(),
    parts: new Map(),
    hostlessSince: null,
  };
}

export function callIdsOf({ call, slidesCalls }: Participant): string[] {
  return [call?.callId, slidesCalls.send, slidesCalls.receive].filter((callId) => typeof callId === 'string');
}

export function hasMedia({ dialled, call }: Participant): boolean {
  return dialled !== null || call?.isConnected === true;
}

export function isAudioOnly({ dialled, call }: Participant): boolean {
  return (dialled ?? call)?.isAudioOnly === true;
}

export function mayPresent(state: ConferenceState, participant: Participant): boolean {
  return participant.isAdmitted && (participant.role === 'chair' || state.service.guestsCanPresent);
}

/** Where a participant is, as the wire names it. */
export function serviceTypeOf(state: ConferenceState, participant: Participant): string {
  return participant.isAdmitted ? state.service.serviceType : 'waiting_room';
}

/** A host is in, or one pressed start, or guests go on without their host until they are put out. */
export function isStarted(state: ConferenceState): boolean {
  return state.isStartedByHand || [...state.participants.values()].some((participant) => participant.isAdmitted);
}
