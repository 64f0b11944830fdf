import { announcementFor } from '@/lib/call/announcements';
import type { CallView } from '@/lib/call/use-call';
import { useNow } from '@/lib/call/use-now';

/** Tells a screen reader how the call goes. Always mounted: a region that comes with its words stays unheard. */
export function Announcer({ view }: { view: CallView }) {
  const now = useNow(view.skewMs);
  const timeLeftMs = now !== null && view.meeting ? view.meeting.validUntilMs - now : null;
  return (
    <p role="status" className="sr-only">
      {announcementFor(view.call, timeLeftMs)}
    </p>
  );
}
