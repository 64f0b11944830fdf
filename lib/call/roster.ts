/** One person or device in the conference, as everybody in it may know. */
export interface Participant {
  id: string;
  /** Empty where the node does not say it: a guest's view may be without. */
  name: string;
  role: 'host' | 'guest';
  /** Held outside until a host comes or lets them in. */
  isWaiting: boolean;
  /** By their own button or by a host: they cannot be heard. */
  isMuted: boolean;
  /** Muted by a host or by the conference, not by their own button. */
  isMutedByHost: boolean;
  isCameraOff: boolean;
  /** When the hand went up, in Unix seconds; 0 while it is down. */
  handRaisedAt: number;
  isPresenting: boolean;
  /** A telephone or a room system, whom a host may have called in. */
  isBrowser: boolean;
}

export type RosterChange =
  | { type: 'sync-began' }
  | { type: 'sync-ended' }
  | { type: 'participant-changed'; participant: Participant }
  | { type: 'participant-left'; id: string };

export interface Roster {
  people: ReadonlyMap<string, Participant>;
  /** What arrived since a sync began, until it ends. */
  incoming: ReadonlyMap<string, Participant> | null;
}

export const emptyRoster: Roster = { people: new Map(), incoming: null };

/**
 * The roster after one change. Each (re)connect of the event stream replays everybody between two marks, and some builds
 * once more after it (pexrtc.md §5), so a change is "insert or replace". Whoever is not named again before the closing
 * mark has left while the stream was down; until then the old list stays, or it would flicker.
 */
export function nextRoster(roster: Roster, change: RosterChange): Roster {
  switch (change.type) {
    case 'sync-began':
      return { people: roster.people, incoming: new Map() };
    case 'sync-ended':
      return { people: roster.incoming ?? roster.people, incoming: null };
    case 'participant-changed': {
      const { participant } = change;
      const put = (map: ReadonlyMap<string, Participant>) => new Map(map).set(participant.id, participant);
      return { people: put(roster.people), incoming: roster.incoming && put(roster.incoming) };
    }
    case 'participant-left': {
      const without = (map: ReadonlyMap<string, Participant>) => new Map([...map].filter(([id]) => id !== change.id));
      return { people: without(roster.people), incoming: roster.incoming && without(roster.incoming) };
    }
  }
}

/** Everybody, oneself first, then hosts, then by name: an order that does not jump when someone is muted. */
export function peopleInOrder(roster: Roster, selfId: string | null): Participant[] {
  const rank = (person: Participant) => (person.id === selfId ? 0 : person.role === 'host' ? 1 : 2);
  return [...roster.people.values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
