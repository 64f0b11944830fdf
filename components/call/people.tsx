import { MicOff } from 'lucide-react';
import type { Conference } from '@/lib/call/conference';
import { peopleInOrder, type Participant } from '@/lib/call/roster';

function describe(person: Participant, isSelf: boolean): string {
  const role = person.role === 'host' ? 'Host' : 'Guest';
  return [isSelf && 'You', role, person.isWaiting && 'waiting'].filter(Boolean).join(' · ');
}

/** Who is in the call. */
export function People({ id, conference }: { id: string; conference: Conference }) {
  const people = peopleInOrder(conference.roster, conference.selfId);
  return (
    <ul id={id} aria-label="People in this call" className="max-h-40 overflow-y-auto border-t border-line px-5 py-2">
      {people.map((person) => (
        <li key={person.id} className="flex items-center justify-between gap-3 py-1.5 text-sm">
          <span className="truncate font-medium">{person.name}</span>
          <span className="flex flex-none items-center gap-1.5 text-ink-soft">
            {person.isMuted && (
              <MicOff role="img" aria-label={person.isMutedByHost ? 'Muted by a host' : 'Muted'} className="size-4" />
            )}
            {describe(person, person.id === conference.selfId)}
          </span>
        </li>
      ))}
    </ul>
  );
}
