'use client';

import { useNow } from '@/lib/call/use-now';
import { openingAt } from '@/lib/brand/opening';
import { OpeningHours } from '@/lib/brand/opening-hours';

/** What the hours in the form come to at this moment. */
export function OpenNow({ hours }: { hours: OpeningHours }) {
  const now = useNow(0);
  const parsed = OpeningHours.safeParse(hours);
  if (now === null || !parsed.success || parsed.data.kind !== 'weekly') return null;
  const { timeZone } = parsed.data;
  const opening = openingAt(parsed.data, new Date(now));
  const words = (at: Date) =>
    at.toLocaleString(undefined, {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      day: 'numeric',
      month: 'long',
      timeZone,
    });
  const change = opening.isOpen ? opening.closesAt : opening.opensAt;
  return (
    <p className="rounded-control bg-sunken p-3 text-[0.9375rem]">
      By these hours it is <strong className="font-semibold">{opening.isOpen ? 'open' : 'closed'}</strong> now
      {change ? `, and ${opening.isOpen ? 'closes' : 'opens'} on ${words(change)}.` : '.'}
    </p>
  );
}
