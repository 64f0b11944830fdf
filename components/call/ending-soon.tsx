import { END_WARNING_MS } from '@/lib/call/call-clock';
import { useNow } from '@/lib/call/use-now';

/** A line from five minutes before the end on; for ears the announcer says it. */
export function EndingSoon({ validUntilMs, skewMs }: { validUntilMs: number; skewMs: number }) {
  const now = useNow(skewMs);
  if (now === null || validUntilMs - now > END_WARNING_MS) return null;
  const end = new Date(validUntilMs).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return (
    <p className="bg-warn-soft px-5 py-2 text-center text-sm font-medium text-warn">
      This meeting ends at {end}, for everyone.
    </p>
  );
}
