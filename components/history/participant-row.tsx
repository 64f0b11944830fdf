import Link from 'next/link';
import { Moment } from '@/components/connection/moment';
import type { ReportedParticipant } from '@/lib/history/history-reports';
import { durationWords, leftWords, meetingTitle, personName } from './history-words';
import { BadQuality } from './meeting-row';

/** Somebody in one meeting. */
export function ParticipantRow({ person }: { person: ReportedParticipant }) {
  const { arrivedAt, joinedAt, leftAt, isEndReported, address, protocol, role, agent, durationMs, meeting } = person;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="min-w-0 truncate font-semibold">{personName(person)}</span>
        {address && <span className="min-w-0 truncate text-[0.9375rem] text-ink-soft">{address}</span>}
        {arrivedAt && (
          <span className="ml-auto text-sm text-ink-soft">
            <Moment at={arrivedAt} />
          </span>
        )}
      </div>
      <p className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
        <span className="min-w-0 truncate">
          in{' '}
          <Link
            href={`/dashboard/history/meetings/${meeting.id}`}
            className="text-ink underline decoration-line underline-offset-2 hover:decoration-current"
          >
            {meetingTitle(meeting)}
          </Link>
        </span>
        <span>{agent ? 'agent' : role}</span>
        {protocol && <span>{protocol}</span>}
        {!joinedAt && <span>never let in</span>}
        {joinedAt && durationMs !== null && <span>{durationWords(durationMs)}</span>}
        {joinedAt && !leftAt && isEndReported && <span>in a call</span>}
        {(leftAt || !isEndReported) && <span>{leftWords(person)}</span>}
        <BadQuality worst={person.worstQuality} />
      </p>
    </li>
  );
}
