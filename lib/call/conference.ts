import { withCaption, type Caption } from './captions';
import { withMessage, type ChatMessage, type NewMessage } from './chat';
import { emptyRoster, nextRoster, type Participant, type Roster, type RosterChange } from './roster';

/** What the node says of the conference as a whole. */
export interface ConferenceFacts {
  isStarted: boolean;
  isLocked: boolean;
  areGuestsMuted: boolean;
  isChatAllowed: boolean;
  mayPresent: boolean;
  mayGuestsPresent: boolean;
  /** Whom a host has muted may lift that themself. */
  mayGuestsUnmute: boolean;
  areCaptionsAvailable: boolean;
}

/** Why one's own screen is no longer shown: stopped here, taken over by somebody else's, not allowed, or lost with the connection. */
export type SharingEnd = 'stopped' | 'taken-over' | 'refused' | 'lost';

/** What changes the picture of the conference. */
export type ConferenceSignal =
  | RosterChange
  | { type: 'conference-changed'; facts: Partial<ConferenceFacts> }
  /** Who speaks now, the loudest first. */
  | { type: 'speakers-changed'; ids: readonly string[] }
  | { type: 'message'; message: NewMessage }
  /** Somebody else shows slides or a screen; null when nobody does. */
  | { type: 'presenter-changed'; presenter: string | null }
  | { type: 'presentation-stream'; stream: MediaStream | null }
  | { type: 'sharing-changed'; sharing: 'on' | SharingEnd }
  | { type: 'caption'; caption: Caption };

/** What is known of the conference once the node has given us a token. */
export interface Conference extends ConferenceFacts {
  roster: Roster;
  selfId: string | null;
  speakers: readonly string[];
  messages: readonly ChatMessage[];
  /** What others show; without a stream it is on its way. */
  presentation: { presenter: string; stream: MediaStream | null } | null;
  sharing: 'off' | 'on' | SharingEnd;
  captions: readonly Caption[];
  /** In with the others when the connection was lost; a new one may have to wait at the door again. */
  wasIn: boolean;
  /** As whom we had a hand up when the connection was lost: a new one begins with it down. */
  handUpAs: string | null;
}

// Until the node says otherwise a conference counts as started: "waiting for a host" must never flash up in passing.
export const unknownConference: Conference = {
  ...{ isStarted: true, isLocked: false, areGuestsMuted: false, isChatAllowed: true, mayPresent: true },
  ...{ mayGuestsPresent: true, mayGuestsUnmute: false, areCaptionsAvailable: false },
  roster: emptyRoster,
  selfId: null,
  ...{ speakers: [], messages: [], presentation: null, sharing: 'off', captions: [] },
  wasIn: false,
  handUpAs: null,
};

export function nextConference(conference: Conference, signal: ConferenceSignal): Conference {
  switch (signal.type) {
    case 'conference-changed':
      return { ...conference, ...signal.facts };
    case 'speakers-changed':
      return { ...conference, speakers: signal.ids };
    case 'message':
      return { ...conference, messages: withMessage(conference.messages, signal.message) };
    case 'presenter-changed':
      return { ...conference, presentation: presentedBy(conference, signal.presenter) };
    case 'presentation-stream':
      // A stream that comes when nobody presents any more is late.
      return conference.presentation
        ? { ...conference, presentation: { ...conference.presentation, stream: signal.stream } }
        : conference;
    case 'sharing-changed':
      // Whose place one takes is not told of: of a share of one's own a node says nothing to oneself.
      return { ...conference, ...(signal.sharing === 'on' ? { presentation: null } : {}), sharing: signal.sharing };
    case 'caption':
      return { ...conference, captions: withCaption(conference.captions, signal.caption) };
    default:
      return { ...conference, roster: nextRoster(conference.roster, signal) };
  }
}

/** One presenter may follow another without a pause: the picture goes on until the new one is there. */
function presentedBy({ presentation }: Conference, presenter: string | null): Conference['presentation'] {
  return presenter === null ? null : { presenter, stream: presentation?.stream ?? null };
}

/**
 * What a new connection to the same conference begins with: the people and their chat are still the same. `isAgain`: the one
 * before came to nothing, and what was lost then is still to be told.
 */
export function carriedOver(conference: Conference, isAgain: boolean): Conference {
  const { sharing, selfId } = conference;
  const self = selfIn(conference);
  const isLost = sharing === 'on' || (isAgain && sharing === 'lost');
  return {
    ...conference,
    ...{ speakers: [], presentation: null, sharing: isLost ? 'lost' : 'off', captions: [] },
    wasIn: conference.wasIn || isIn(conference),
    // Lowered by a host it stays down; lost before the node told of us, it is as it was.
    handUpAs: self ? (self.handRaisedAt > 0 ? selfId : null) : conference.handUpAs,
  };
}

/**
 * Whether we are held outside: Infinity says so by our own entry in the roster, and to guests by `started: false`
 * (client-api.md §5). A locked conference holds one too, though it has started.
 */
export function isWaitingForHost(conference: Conference): boolean {
  const self = selfIn(conference);
  if (!self) return false;
  return self.isWaiting || (self.role === 'guest' && !conference.isStarted);
}

/** Whether we are in with the others, for certain. */
export function isIn(conference: Conference): boolean {
  return selfIn(conference) !== undefined && !isWaitingForHost(conference);
}

export function selfIn({ selfId, roster }: Conference): Participant | undefined {
  return selfId ? roster.people.get(selfId) : undefined;
}
