import { shownMeetings } from './live-list';
import { byUrgency, type LiveMeeting } from './live-meeting';
import type { FoundMeeting, NamedMeetings } from './live-store';

/** What became different on the desk: meetings as JSON by alias, and the aliases of those that are gone. */
export interface BoardChange {
  meetings: ReadonlyMap<string, string>;
  removed: string[];
}

interface Card {
  id: string;
  live: LiveMeeting;
  json: string;
}

/** The meetings of the desk in memory, so that a change costs a look at one meeting and not at all of them. */
export interface LiveBoard {
  /** Takes what a look at everything found. Null when nothing is different. */
  takeAll(found: readonly FoundMeeting[]): BoardChange | null;
  /** Takes what a look at some meetings found: those that were not found are on the desk no more. */
  takeNamed(named: NamedMeetings, found: readonly FoundMeeting[]): BoardChange | null;
  /** What the desk shows, in its order, each meeting as JSON. */
  shown(): string[];
}

export function liveBoard(): LiveBoard {
  /** By service name. */
  let cards = new Map<string, Card>();
  /** Only what is shown, by alias. A place that becomes free among the empty ones is taken at the next look at all. */
  let shown = new Map<string, Card>();

  function show(): BoardChange | null {
    const next = shownCards([...cards.values()]);
    const meetings = [...next].filter(([alias, { json }]) => shown.get(alias)?.json !== json);
    const removed = [...shown.keys()].filter((alias) => !next.has(alias));
    shown = next;
    if (meetings.length === 0 && removed.length === 0) return null;
    return { meetings: new Map(meetings.map(([alias, { json }]) => [alias, json])), removed };
  }

  return {
    takeAll(found) {
      cards = new Map(found.map((one) => [one.serviceName, cardOf(one)]));
      return show();
    },
    takeNamed({ serviceNames, meetingIds }, found) {
      for (const name of serviceNames) cards.delete(name);
      for (const [name, { id }] of cards) if (meetingIds.has(id)) cards.delete(name);
      for (const one of found) cards.set(one.serviceName, cardOf(one));
      return show();
    },
    shown: () => [...shown.values()].sort((left, right) => byUrgency(left.live, right.live)).map(({ json }) => json),
  };
}

function cardOf({ id, live }: FoundMeeting): Card {
  return { id, live, json: JSON.stringify(live) };
}

/** By alias, in no order: sorting thousands of calls for every change would cost more than finding it. */
function shownCards(cards: readonly Card[]): Map<string, Card> {
  const empty = cards.map((card) => card.live).filter((live) => live.people.length === 0);
  const kept = new Set(shownMeetings(empty));
  const visible = cards.filter(({ live }) => live.people.length > 0 || kept.has(live));
  return new Map(visible.map((card) => [card.live.alias, card]));
}
