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
