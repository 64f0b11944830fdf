import { CalendarClock } from 'lucide-react';
import { formatTimeLeft, sayDuration } from '@/lib/call/call-clock';
import { opensAtMs } from '@/lib/call/use-meeting';
import { useNow } from '@/lib/call/use-now';
import type { MeetingResponse } from '@/lib/meetings/schemas';
import { MeetingCard } from './meeting-card';

const dayAndTime: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Within this the seconds count; before it they would only flicker. */
const COUNT_SECONDS_MS = 60 * 60 * 1000;

/** Before the doors open: when, in the visitor's own time zone, and how long still. */
export function MeetingScheduled({ meeting, skewMs }: { meeting: MeetingResponse; skewMs: number }) {
  const now = useNow(skewMs);
  const leftMs = now === null ? null : Math.max(0, opensAtMs(meeting) - now);
  const starts = new Date(meeting.validFrom);
  return (
    <MeetingCard icon={CalendarClock} title={meeting.topic ?? 'This meeting isn’t open yet'}>
      {leftMs !== null && (
        <>
          <p>
            It starts on <time dateTime={meeting.validFrom}>{starts.toLocaleString([], dayAndTime)}</time>.
          </p>
          <p role="timer" className="my-5 text-ink">
            <span className="block text-sm font-semibold">Opens in</span>
            <span className="font-display text-4xl font-medium tabular-nums">
              {leftMs > COUNT_SECONDS_MS ? sayDuration(leftMs) : formatTimeLeft(leftMs)}
            </span>
          </p>
        </>
      )}
      <p>You can come in a few minutes before. Keep this page open: it lets you in by itself.</p>
    </MeetingCard>
  );
}
