import type { Person } from '@/lib/conferences/person';
import type { SampleLeg } from './sample-leg';

/** What is true of a person in one meeting, whatever was told and heard of it. Times are Unix seconds. */
export interface SamplePerson {
  name: string;
  isCounted: boolean;
  isHost: boolean;
  /** Null while they are only being called. */
  arrivedAt: number | null;
  joinedAt: number | null;
  leftAt: number | null;
  /** Milliseconds between stays. */
  awayMs: number;
  /** The last that was so while they were there, told then or before: 1 good … 4 terrible. */
  quality: number | null;
  /** The worst that was so while they were there. */
  worstQuality: number | null;
  /** Whether final figures of their media were told when they left. */
  hasFigures: boolean;
}

/** Of which meeting a room is: its own, or that of which it is a breakout room. */
export const meetingOf = (room: string): string => room.split('_breakout_')[0]!;

/** Keeps what is true of the people behind legs, in each meeting on its own. */
export function sampleTruth() {
  const meetings = new Map<string, Map<string, SamplePerson>>();
  /** Who has left, and is not inside again. */
  const goneSince = new Map<SamplePerson, number>();
  const qualities = new Map<SampleLeg, number>();
  /** By meeting, the first moment at which somebody inside was a host, and who was known to be none before. */
  const hostJoined = new Map<string, number>();
  const wereGuests = new Set<SamplePerson>();
  function noteQualityHere(leg: SampleLeg): void {
    const person = leg.person === null ? undefined : meetings.get(meetingOf(leg.room))?.get(leg.person);
    if (!person) return;
    person.quality = (qualities.get(leg) ?? 0) || null;
    person.worstQuality = Math.max(person.worstQuality ?? 0, person.quality ?? 0) || null;
  }
  function noteRole(person: SamplePerson, { room, facts }: SampleLeg, now: number, isInside: boolean): void {
    if (facts.role === 'guest') wereGuests.add(person);
    if (facts.role === 'guest' || facts.role === 'chair') person.isHost = facts.role === 'chair';
    if (!isInside || facts.role !== 'chair') return;
    const since = wereGuests.has(person) ? now : (person.joinedAt ?? now);
    hostJoined.set(meetingOf(room), Math.min(since, hostJoined.get(meetingOf(room)) ?? Infinity));
  }
  return {
    hostJoinedAt: (meeting: string): number | null => hostJoined.get(meeting) ?? null,
    peopleOf: (meeting: string): SamplePerson[] => [...(meetings.get(meeting)?.values() ?? [])],
    noteHere(leg: SampleLeg, now: number): void {
      const { person: name, room, facts } = leg;
      if (name === null) return;
      const people = meetings.get(meetingOf(room)) ?? new Map<string, SamplePerson>();
      meetings.set(meetingOf(room), people);
      const unknown = {
        isCounted: false,
        isHost: false,
        joinedAt: null,
        leftAt: null,
        awayMs: 0,
        quality: null,
        worstQuality: null,
        hasFigures: false,
      };
      const person: SamplePerson = people.get(name) ?? { name, arrivedAt: null, ...unknown };
      people.set(name, person);
      const stage = facts.current_service_type ?? facts.service_type;
      if (facts.call_direction === 'out' && stage === 'connecting') return;
      person.arrivedAt ??= now;
      // Whoever is not said to be outside is in.
      const isInside = stage === undefined || stage === 'conference';
      if (isInside) {
        const gone = goneSince.get(person);
        if (gone !== undefined && person.joinedAt !== null) person.awayMs += Math.round((now - gone) * 1000);
        goneSince.delete(person);
        person.joinedAt ??= now;
      }
      if (facts.has_media === true || facts.protocol !== 'API') person.isCounted = true;
      noteRole(person, leg, now, isInside);
    },
    noteQuality(leg: SampleLeg, quality: number): void {
      qualities.set(leg, quality);
      noteQualityHere(leg);
    },
    /** How good a leg's media are, of which nothing is told while it stays so: 0 unknown, 1 good … 4 terrible. */
    qualityOf: (leg: SampleLeg): number => qualities.get(leg) ?? 0,
    /** Their media are what they were before. */
    noteMoved(leg: SampleLeg): void {
      if (qualities.has(leg)) noteQualityHere(leg);
    },
    noteFigures({ person: name, room }: SampleLeg): void {
      const person = name === null ? undefined : meetings.get(meetingOf(room))?.get(name);
      if (person) person.hasFigures = true;
    },
    /** With the last of their legs. */
    noteLeft({ person: name, room }: SampleLeg, at: number): void {
      const person = name === null ? undefined : meetings.get(meetingOf(room))?.get(name);
      if (!person) return;
      person.leftAt = Math.max(at, person.leftAt ?? at);
      goneSince.set(person, person.leftAt);
    },
  };
}

/** What was made of what was told, to be held against the truth; in the order of names. */
export function asTold(people: readonly Person[]): SamplePerson[] {
  return inOrderOfNames(
    people.map((person) => ({
      name: person.displayName ?? '',
      isCounted: person.isCounted,
      isHost: person.role === 'host',
      arrivedAt: seconds(person.arrivedAt),
      joinedAt: seconds(person.joinedAt),
      leftAt: seconds(person.leftAt),
      awayMs: person.awayMs,
      quality: person.quality,
      worstQuality: person.worstQuality,
      hasFigures: person.streams !== null,
    })),
  );
}

export function inOrderOfNames(people: readonly SamplePerson[]): SamplePerson[] {
  return [...people].sort((left, right) => left.name.localeCompare(right.name));
}

function seconds(time: Date | null): number | null {
  return time && time.getTime() / 1000;
}
