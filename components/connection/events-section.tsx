'use client';

import { useState } from 'react';
import type { EventsReport } from '@/lib/events/events-report';
import { ComparisonLine } from './comparison-line';
import { fetchEvents } from './connection-api';
import { agoWords, countWords } from './connection-words';
import { UnreadableEvents } from './unreadable-events';
import { usePolling } from './use-polling';

/** What nodes report: from where, how lately, and what of it could not be read. */
export function EventsSection({ initial, now }: { initial: EventsReport; now: number }) {
  const [report, setReport] = useState(initial);
  usePolling(async () => {
    const answer = await fetchEvents();
    if (answer.ok) setReport(answer.value);
  });

  return (
    <div className="space-y-4">
      {report.nodes.length === 0 ? <NothingReported /> : <NodesThatReport report={report} now={now} />}
      {report.comparison && <ComparisonLine comparison={report.comparison} now={now} />}
      {report.unreadable.length > 0 && <UnreadableEvents events={report.unreadable} />}
    </div>
  );
}

function NodesThatReport({ report, now }: { report: EventsReport; now: number }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {report.nodes.map(({ node, events, lastReceivedAt }) => (
        <li key={node} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3">
          <span className="min-w-0 flex-1 basis-64 font-semibold break-all">{node}</span>
          <span className="basis-44 text-sm font-medium tabular-nums">
            {agoWords(now - Date.parse(lastReceivedAt))}
          </span>
          <span className="basis-36 text-sm text-ink-soft">{countWords(events, 'event', 'events')}</span>
        </li>
      ))}
      {report.waiting > 0 && (
        <li className="px-4 py-3 text-sm text-ink-soft">
          {countWords(report.waiting, 'event is', 'events are')} stored and about to be read.
        </li>
      )}
    </ul>
  );
}

function NothingReported() {
  return (
    <div className="rounded-card border border-dashed border-line bg-surface px-5 py-6">
      <p className="font-semibold">No node has reported anything yet</p>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">
        Nodes report when somebody joins or leaves. If a call is on and this stays empty, the event sink is not added to
        the location of the node that carries the media: a node that only proxies calls reports nothing.
      </p>
    </div>
  );
}
