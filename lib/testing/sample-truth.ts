import type { Person } from '@/lib/conferences/person';
import type { SampleLeg } from './sample-nodes';

/** What is true of a person, whatever was told and heard of it. Times are Unix seconds. */
export interface SamplePerson {
  name: string;
  isCounted: boolean;
  isHost: boolean;
  arrivedAt: number;
  joinedAt: number | null;
  leftAt: number | null;
}

/** Keeps what is true of the people behind legs. */
export function sampleTruth() {
  const people = new Map<string, SamplePerson>();
  return {
    people,
    noteHere({ person: name, facts }: SampleLeg, now: number): void {
      if (name === null) return;
      const unknown = { isCounted: false, isHost: false, joinedAt: null, leftAt: null };
      const person = people.get(name) ?? { name, arrivedAt: now, ...unknown };
      if ((facts.current_service_type ?? facts.service_type) === 'conference') person.joinedAt ??= now;
      if (facts.has_media === true || facts.protocol !== 'API') person.isCounted = true;
      if (facts.role === 'chair') person.isHost = true;
      people.set(name, person);
    },
    /** With the last of their legs. */
    noteLeft({ person: name }: SampleLeg, at: number): void {
      const person = name === null ? undefined : people.get(name);
      if (person) person.leftAt = Math.max(at, person.leftAt ?? at);
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
      arrivedAt: seconds(person.arrivedAt)!,
      joinedAt: seconds(person.joinedAt),
      leftAt: seconds(person.leftAt),
    })),
  );
}

export function inOrderOfNames(people: readonly SamplePerson[]): SamplePerson[] {
  return [...people].sort((left, right) => left.name.localeCompare(right.name));
}

function seconds(time: Date | null): number | null {
  return time && time.getTime() / 1000;
}
