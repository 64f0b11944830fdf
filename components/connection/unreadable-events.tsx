import type { UnreadableEvent } from '@/lib/events/events-report';
import { Moment } from './moment';

/** What was delivered and could not be read. It is kept, and was accepted: refused, it would hold up all that follows. */
export function UnreadableEvents({ events }: { events: readonly UnreadableEvent[] }) {
  return (
    <details className="overflow-hidden rounded-card border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-3 font-medium">
        Kept aside: could not be read ({events.length})
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {events.map(({ id, receivedAt, reason, excerpt }) => (
          <li key={id} className="px-4 py-3 text-sm">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{reason}</span>
              <span className="text-ink-soft">
                <Moment at={receivedAt} kind="to-the-second" />
              </span>
            </p>
            <pre tabIndex={0} className="mt-1.5 overflow-x-auto font-mono text-[0.8125rem] text-ink-soft">
              {excerpt}
            </pre>
          </li>
        ))}
      </ul>
    </details>
  );
}
