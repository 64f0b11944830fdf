import { Moment } from '@/components/connection/moment';
import type { FoundPerson } from '@/lib/retention/retention-report';

type FoundRowProps = { found: FoundPerson; isChosen: boolean; onChoose: (isChosen: boolean) => void };

/** One whom a search found, to be chosen. */
export function FoundRow({ found, isChosen, onChoose }: FoundRowProps) {
  const { displayName, address, at, isThere, person } = found;
  return (
    <li>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2.5 has-disabled:cursor-default">
        <input
          type="checkbox"
          checked={isChosen && !isThere}
          disabled={isThere}
          onChange={(event) => onChoose(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium break-words">{displayName ?? 'No name'}</span>
            {address && <span className="text-sm break-all text-ink-soft">{address}</span>}
          </span>
          <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {at && <Moment at={at} />}
            <span>{whereFound(found)}</span>
            {'name' in person && <span>name given, never seen in the call</span>}
            {isThere && <span className="font-medium text-warn">in a call now</span>}
          </span>
        </span>
      </label>
    </li>
  );
}

function whereFound({ person, meeting }: FoundPerson): string {
  if ('messageId' in person) return 'left a message';
  return meeting ? (meeting.topic ?? 'Video call') : 'a conference that is not ours';
}
