import { KeyRound } from 'lucide-react';
import type { ReportedRefusal } from '@/lib/decisions/decision-reports';
import { countWords } from './connection-words';
import { Moment } from './moment';

const DOORS: Record<string, string> = { policy: 'Policy requests', events: 'Events' };

/** Who came with wrong credentials lately: mostly a node with an old password, which nobody else would notice. */
export function WrongCredentials({ refusals }: { refusals: readonly ReportedRefusal[] }) {
  return (
    <div className="rounded-card border border-warn/40 bg-warn-soft px-4 py-3.5">
      <p className="flex gap-2.5 text-[0.9375rem]">
        <KeyRound aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" strokeWidth={1.75} />
        Somebody came with a wrong user name or password. If the address is a node’s, type the credentials into its
        policy profile or event sink again. If not, somebody is guessing.
      </p>
      <ul className="mt-3 divide-y divide-warn/25 border-t border-warn/25 text-sm">
        {refusals.map(({ hour, door, address, attempts, lastAt }) => (
          <li key={`${hour} ${door} ${address}`} className="flex flex-wrap items-baseline gap-x-5 gap-y-0.5 py-2">
            <span className="min-w-0 flex-1 basis-44 font-semibold break-all">{address}</span>
            <span className="basis-32 text-ink-soft">{DOORS[door] ?? door}</span>
            <span className="basis-28 tabular-nums">{countWords(attempts, 'time', 'times')}</span>
            <span className="basis-56 text-ink-soft">
              last <Moment at={lastAt} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
