import { MicOff, TriangleAlert } from 'lucide-react';
import { formatTimeLeft } from '@/lib/call/call-clock';
import type { LivePerson } from '@/lib/live/live-meeting';
import { qualityWords } from './desk-meeting';

/** Someone in a meeting: the name, what they are there, and whether they wait or talk and since when. */
export function PersonLine({ person, now }: { person: LivePerson; now: number | null }) {
  const poorly = qualityWords(person);
  return (
    <li className="flex min-w-0 items-center gap-2 text-sm">
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${person.isWaiting ? 'border-2 border-warn' : 'bg-good'}`}
      />
      <span className="truncate font-medium">{person.displayName}</span>
      <span className="shrink-0 rounded-full bg-sunken px-2 py-px text-xs text-ink-soft">{roleWord(person)}</span>
      {person.isMuted && <MicOff role="img" aria-label="muted" className="size-3.5 shrink-0 text-ink-soft" />}
      {poorly && (
        <span className="inline-flex shrink-0 items-center gap-1 text-xs font-medium text-danger">
          <TriangleAlert aria-hidden="true" className="size-3.5" />
          <span>
            {poorly} <span className="sr-only">connection</span>
          </span>
        </span>
      )}
      <span className={`ml-auto shrink-0 tabular-nums ${person.isWaiting ? 'font-medium text-warn' : 'text-ink-soft'}`}>
        {person.isWaiting ? 'waiting' : 'in call'}
        {now !== null && ` ${formatTimeLeft(now - Date.parse(person.since))}`}
      </span>
    </li>
  );
}

function roleWord(person: LivePerson): string {
  if (person.isAgent) return 'Agent';
  return person.role === 'host' ? 'Host' : 'Guest';
}
