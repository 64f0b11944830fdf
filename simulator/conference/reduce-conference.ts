import { settle } from './admission';
import type { ConferenceState, Participant } from './conference-state';
import type { Room } from './rooms';

export type ParticipantChange = Partial<Omit<Participant, 'uuid' | 'nodeIp' | 'joinedAt'>>;
export type ConferenceChange = Partial<
  Pick<ConferenceState, 'isLocked' | 'guestsCanUnmute' | 'isStartedByHand' | 'layout' | 'breakouts'>
>;

export type ConferenceAction =
  | { type: 'joined'; participant: Participant }
  /** Who leaves by their own wish need not be told. */
  | { type: 'left'; uuid: string; reason: string; isOwnWish?: boolean }
  /** Everyone, or everyone in one room: a breakout room outlives the end of its conference, and the other way round. */
  | { type: 'everyone-left'; reason: string; room?: Room }
  /** A node has crashed, with all whom it served. */
  | { type: 'node-lost'; nodeIp: string; reason: string }
  | { type: 'guests-left'; reason: string }
  | { type: 'participant-changed'; uuid: string; change: ParticipantChange }
  | { type: 'conference-changed'; change: ConferenceChange }
  | { type: 'guests-muted'; isMuted: boolean }
  /** Who speaks now, as the mixer hears it. */
  | { type: 'speakers-heard'; speakers: ReadonlySet<string> }
  | { type: 'buzzes-cleared' }
  | { type: 'spotlights-cleared' }
  | { type: 'floor-taken'; uuid: string }
  | { type: 'floor-released'; uuid: string };

function isSame(participant: Participant, change: ParticipantChange): boolean {
  return Object.entries(change).every(([key, value]) => Reflect.get(participant, key) === value);
}

function changeEach(
  state: ConferenceState,
  isMeant: (participant: Participant) => boolean,
  change: ParticipantChange,
): ConferenceState {
  const participants = new Map(state.participants);
  for (const participant of state.participants.values()) {
    // An unchanged object is how later steps see that nobody needs to be told.
    if (!isMeant(participant) || isSame(participant, change)) continue;
    participants.set(participant.uuid, { ...participant, ...change });
  }
  return { ...state, participants };
}

function removeEach(state: ConferenceState, isMeant: (participant: Participant) => boolean): ConferenceState {
  const participants = new Map([...state.participants].filter(([, participant]) => !isMeant(participant)));
  const isPresenterGone = state.presenterUuid !== null && !participants.has(state.presenterUuid);
  return { ...state, participants, presenterUuid: isPresenterGone ? null : state.presenterUuid };
}

function join(state: ConferenceState, participant: Participant): ConferenceState {
  const isMuted = participant.role === 'guest' && state.areGuestsMuted;
  return { ...state, participants: new Map(state.participants).set(participant.uuid, { ...participant, isMuted }) };
}

/** A breakout room that is emptied by order is closed with it. */
function empty(state: ConferenceState, room: Room | undefined): ConferenceState {
  const remaining = removeEach(state, ({ breakout }) => room === undefined || breakout === room);
  return { ...remaining, breakouts: new Map([...state.breakouts].filter(([uuid]) => uuid !== room)) };
}

/** Whoever a node served is gone; who had only their media there lose their call. */
function loseNode(state: ConferenceState, nodeIp: string): ConferenceState {
  const remaining = removeEach(state, (one) => one.nodeIp === nodeIp || one.dialled?.mediaNodeIp === nodeIp);
  return changeEach(remaining, ({ call }) => call?.mediaNodeIp === nodeIp, { call: null });
}

/** There is one floor: whoever presented before loses it, and with it the call that carried those slides. */
function takeFloor(state: ConferenceState, uuid: string): ConferenceState {
  if (!state.participants.has(uuid)) return state;
  const participants = new Map(state.participants);
  for (const participant of state.participants.values()) {
    if (participant.uuid === uuid || participant.slidesCalls.send === null) continue;
    participants.set(participant.uuid, { ...participant, slidesCalls: { ...participant.slidesCalls, send: null } });
  }
  return { ...state, participants, presenterUuid: uuid };
}

function apply(state: ConferenceState, action: ConferenceAction): ConferenceState {
  switch (action.type) {
    case 'joined':
      return join(state, action.participant);
    case 'left':
      return removeEach(state, ({ uuid }) => uuid === action.uuid);
    case 'everyone-left':
      return empty(state, action.room);
    case 'node-lost':
      return loseNode(state, action.nodeIp);
    case 'guests-left': // those in the waiting room go on waiting for the next host
      return { ...removeEach(state, ({ role, isAdmitted }) => role === 'guest' && isAdmitted), isStartedByHand: false };
    case 'participant-changed':
      return changeEach(state, ({ uuid }) => uuid === action.uuid, action.change);
    case 'conference-changed':
      return { ...state, ...action.change };
    case 'guests-muted': {
      const muted = changeEach(state, ({ role }) => role === 'guest', { isMuted: action.isMuted });
      return { ...muted, areGuestsMuted: action.isMuted };
    }
    case 'speakers-heard':
      return { ...state, speakers: action.speakers };
    case 'buzzes-cleared':
      return changeEach(state, () => true, { buzzedAt: 0 });
    case 'spotlights-cleared':
      return changeEach(state, () => true, { spotlightAt: 0 });
    case 'floor-taken':
      return takeFloor(state, action.uuid);
    case 'floor-released':
      return state.presenterUuid === action.uuid ? { ...state, presenterUuid: null } : state;
  }
}

/** The conference after one action. Pure; `now` is Unix milliseconds. */
export function reduceConference(state: ConferenceState, action: ConferenceAction, now: number): ConferenceState {
  return settle(apply(state, action), now);
}
