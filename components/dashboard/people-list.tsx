import type { LivePerson } from '@/lib/live/live-meeting';
import { PersonLine } from './person-line';

/** Enough to see who it is about; those who wait come first. */
const MOST_SHOWN = 12;

type PeopleListProps = { people: readonly LivePerson[]; label: string; now: number | null };

/** Who is in a meeting. Of a crowd only the first, and how many more there are. */
export function PeopleList({ people, label, now }: PeopleListProps) {
  const more = people.length - MOST_SHOWN;
  return (
    <ul className="space-y-1" aria-label={label}>
      {people.slice(0, MOST_SHOWN).map((person) => (
        <PersonLine key={person.id} person={person} now={now} />
      ))}
      {more > 0 && <li className="pl-4 text-sm text-ink-soft">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}
