import { Video } from 'lucide-react';
import { memo } from 'react';
import { Button } from '@/components/ui/button';
import { formatTimeLeft, sayDuration } from '@/lib/call/call-clock';
import type { LiveMeeting } from '@/lib/live/live-meeting';
import { CopyLink } from './copy-link';
import { emptyWords, endsSoon, isEndLate, meetingTitle, shortAlias, stateAt, timeWords } from './desk-meeting';
import { PeopleList } from './people-list';

export interface MeetingRowContext {
  /** Ms since the epoch by the server's clock; null while the server renders, which shows no running times. */
  now: number | null;
  /** The meeting that this agent's call panel is open for. */
  joinedAlias: string | null;
  onJoin: (meeting: LiveMeeting) => void;
}

type MeetingRowProps = MeetingRowContext & { meeting: LiveMeeting; isUrgent: boolean };

/** Drawn anew when it or the second changes: on a busy day other rows change many times a second. */
export const MeetingRow = memo(function MeetingRow({ meeting, isUrgent, now, joinedAlias, onJoin }: MeetingRowProps) {
  const title = meetingTitle(meeting);
  const isInPanel = joinedAlias === meeting.alias;
  const mayJoin = now !== null && stateAt(meeting, now) === 'open' && joinedAlias === null;

  return (
    <li className="grid gap-x-6 gap-y-3 px-4 py-4 @2xl:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] @2xl:px-5 @4xl:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)_auto] @4xl:items-center">
      <div className="min-w-0">
        <h3 className="truncate font-semibold">{title}</h3>
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-soft">
          {meeting.topic && meeting.visitorName && <span className="truncate">{meeting.visitorName}</span>}
          <span title={meeting.alias} className="font-mono text-[0.8125rem]">
            {shortAlias(meeting.alias)}
          </span>
          {now !== null && (
            <span
              className={`tabular-nums ${endsSoon(meeting, now) || isEndLate(meeting, now) ? 'font-medium text-warn' : ''}`}
            >
              {timeWords(meeting, now)}
            </span>
          )}
        </p>
      </div>
      <div className="min-w-0">
        {isUrgent && now !== null && meeting.thereSince && <WaitingFor ms={now - Date.parse(meeting.thereSince)} />}
        {meeting.people.length === 0 && now !== null && (
          <p className="text-sm text-ink-soft">{emptyWords(meeting, now)}</p>
        )}
        {meeting.people.length > 0 && <PeopleList meeting={meeting} label={`People in ${title}`} now={now} />}
      </div>
      <div className="flex items-center gap-2 @2xl:col-span-full @4xl:col-span-1">
        <CopyLink link={meeting.joinUrl} title={title} />
        <Button
          variant={isUrgent ? 'primary' : 'secondary'}
          className="min-w-34 max-sm:flex-1"
          disabled={!mayJoin}
          onClick={() => onJoin(meeting)}
          aria-label={isInPanel ? `You’re in: ${title}` : `Join ${title}`}
        >
          <Video aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {isInPanel ? 'You’re in' : 'Join'}
        </Button>
      </div>
    </li>
  );
});

function WaitingFor({ ms }: { ms: number }) {
  return (
    <p className="mb-1 flex items-baseline gap-2 text-danger">
      <span aria-hidden="true" className="text-2xl font-semibold tabular-nums">
        {formatTimeLeft(ms)}
      </span>
      <span className="text-sm font-medium">
        <span className="sr-only">Waiting for {sayDuration(ms)}, </span>without an agent
      </span>
    </p>
  );
}
