import { CalendarX2, Hourglass } from 'lucide-react';
import { failureWords } from '@/lib/call/failures';
import { MeetingCard } from './meeting-card';

/** After the end, or when it was called off. */
export function MeetingClosed({ state }: { state: 'ended' | 'cancelled' }) {
  const { title, advice } = failureWords(state);
  return (
    <MeetingCard icon={state === 'ended' ? Hourglass : CalendarX2} title={title}>
      <p>{advice}</p>
    </MeetingCard>
  );
}
