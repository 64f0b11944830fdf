import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { LiveMeeting } from '@/lib/live/live-meeting';
import { MeetingRow, type MeetingRowContext } from './meeting-row';

type MeetingGroupProps = MeetingRowContext & {
  title: string;
  meetings: readonly LiveMeeting[];
  tone?: 'urgent' | 'calm';
};

/** More than anybody looks through, and few enough for a browser to count the seconds of each. */
const ROWS_AT_ONCE = 25;

/** One heading of the desk with its meetings, the first ones until more are asked for; nothing when there are none. */
export function MeetingGroup({ title, meetings, tone = 'calm', ...row }: MeetingGroupProps) {
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const more = meetings.length - rows;
  if (meetings.length === 0) return null;
  return (
    <section className="mt-7" aria-label={title}>
      <h2 className="flex items-center gap-2 text-sm font-semibold">
        {tone === 'urgent' && <span aria-hidden="true" className="size-2.5 animate-pulse rounded-full bg-danger" />}
        {title}
        <span className="font-normal text-ink-soft">{meetings.length.toLocaleString('en')}</span>
      </h2>
      <ul className={`@container mt-2.5 overflow-hidden rounded-card border shadow-card ${FRAME[tone]}`}>
        {meetings.slice(0, rows).map((meeting) => (
          <MeetingRow key={meeting.alias} meeting={meeting} isUrgent={tone === 'urgent'} {...row} />
        ))}
      </ul>
      {more > 0 && (
        <Button variant="secondary" className="mt-3 w-full" onClick={() => setRows(rows + ROWS_AT_ONCE)}>
          Show {Math.min(more, ROWS_AT_ONCE)} of {more.toLocaleString('en')} more
        </Button>
      )}
    </section>
  );
}

const FRAME = {
  urgent: 'divide-y divide-danger/25 border-danger/40 bg-danger-soft',
  calm: 'divide-y divide-line border-line bg-surface',
};
