import type { LiveMeeting } from '@/lib/live/live-meeting';
import { MeetingRow, type MeetingRowContext } from './meeting-row';

type MeetingGroupProps = MeetingRowContext & {
  title: string;
  meetings: readonly LiveMeeting[];
  tone?: 'urgent' | 'calm';
};

/** One heading of the desk with its meetings; nothing at all when there are none. */
export function MeetingGroup({ title, meetings, tone = 'calm', ...row }: MeetingGroupProps) {
  if (meetings.length === 0) return null;
  return (
    <section className="mt-7" aria-label={title}>
      <h2 className="flex items-center gap-2 text-sm font-semibold">
        {tone === 'urgent' && <span aria-hidden="true" className="size-2.5 animate-pulse rounded-full bg-danger" />}
        {title}
        <span className="font-normal text-ink-soft">{meetings.length}</span>
      </h2>
      <ul className={`@container mt-2.5 overflow-hidden rounded-card border shadow-card ${FRAME[tone]}`}>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.alias} meeting={meeting} isUrgent={tone === 'urgent'} {...row} />
        ))}
      </ul>
    </section>
  );
}

const FRAME = {
  urgent: 'divide-y divide-danger/25 border-danger/40 bg-danger-soft',
  calm: 'divide-y divide-line border-line bg-surface',
};
