import type { LiveMeeting } from '@/lib/live/live-meeting';
import { PersonLine } from './person-line';

type PeopleListProps = { meeting: LiveMeeting; label: string; now: number | null };

/** Who is in a meeting. Of a crowd only the first are told, and how many more there are. */
export function PeopleList({ meeting: { people, peopleCount }, label, now }: PeopleListProps) {
  const more = peopleCount - people.length;
  return (
    <ul className="space-y-1" aria-label={label}>
      {people.map((person) => (
        <PersonLine key={person.id} person={person} now={now} />
      ))}
      {more > 0 && <li className="pl-4 text-sm text-ink-soft">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}
