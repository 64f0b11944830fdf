'use client';

import { useEffect } from 'react';
import type { LiveMeeting } from '@/lib/live/live-meeting';
import { meetingTitle } from './desk-meeting';

/** Says how many visitors are without an agent, in a line, to screen readers, and in the tab of a desk in the background. */
export function DeskAnnouncer({ waiting }: { waiting: readonly LiveMeeting[] }) {
  const count = waiting.length;

  useEffect(() => {
    const title = document.title.replace(/^\(\d+\) /, '');
    document.title = count > 0 ? `(${count}) ${title}` : title;
  }, [count]);

  return (
    <p role="status" className="mt-1 text-[0.9375rem] text-ink-soft">
      {words(waiting)}
    </p>
  );
}

function words(waiting: readonly LiveMeeting[]): string {
  const [first] = waiting;
  if (!first) return 'Nobody is waiting.';
  if (waiting.length === 1) return `${meetingTitle(first)} is waiting for an agent.`;
  return `${waiting.length} visitors are waiting for an agent.`;
}
