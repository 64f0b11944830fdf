import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Moment } from '@/components/connection/moment';
import type { ReportedMeeting } from '@/lib/history/history-reports';
import { badQualityWords, durationWords, endWords, meetingTitle, peopleWords } from './history-words';
import { Ratings } from './ratings';

/** A meeting in a line or two, and the way to all that is known of it. */
export function MeetingRow({ meeting }: { meeting: ReportedMeeting }) {
  const { id, topic, visitorName, createdBy, validFrom, call } = meeting;
  const isAnswered = call?.answeredAt != null;
  return (
    <li className="relative px-4 py-3 hover:bg-sunken/60">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <Link
          href={`/dashboard/history/meetings/${id}`}
          // The whole row is the link; its name is the title alone.
          className="min-w-0 truncate font-semibold after:absolute after:inset-0"
        >
          {meetingTitle(meeting)}
        </Link>
        {topic && visitorName && <span className="min-w-0 truncate text-[0.9375rem] text-ink-soft">{visitorName}</span>}
        <span className="ml-auto text-sm text-ink-soft">
          <Moment at={validFrom} />
        </span>
      </div>
      <p className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
        <span className={call && !isAnswered ? 'font-medium text-warn' : ''}>
          {call && !isAnswered ? `No agent came · ${endWords(meeting)}` : endWords(meeting)}
        </span>
        {call && <span>{peopleWords(call.people)}</span>}
        {call?.durationMs != null && <span>{durationWords(call.durationMs)}</span>}
        {call?.waitedMs != null && <span>waited {durationWords(call.waitedMs)}</span>}
        {createdBy && <span>made by {createdBy}</span>}
        <BadQuality worst={call?.worstQuality ?? null} />
        <Ratings ratings={meeting.ratings} />
      </p>
    </li>
  );
}

/** Nothing, where quality was good enough. */
export function BadQuality({ worst }: { worst: number | null }) {
  const words = badQualityWords(worst);
  if (!words) return null;
  return (
    <span className="inline-flex items-center gap-1 text-sm font-medium text-warn">
      <TriangleAlert aria-hidden="true" className="size-3.5" strokeWidth={2} />
      {words}
    </span>
  );
}
