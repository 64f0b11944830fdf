'use client';

import { Moment } from '@/components/connection/moment';
import type { AuditPage as Page, ReportedAuditEntry } from '@/lib/history/audit-report';
import { actionWords } from './action-words';
import { fetchAudit } from './history-api';
import { ListFrame, Nothing } from './list-frame';
import { PageFrame } from './page-frame';
import { usePages } from './use-pages';

async function fetchPage(query: string) {
  const answer = await fetchAudit(query);
  return answer.ok ? { ok: true as const, value: { rows: answer.value.entries, before: answer.value.before } } : answer;
}

/** Who did what. Read only: nobody edits what was done. */
export function AuditPage({ initial }: { initial: Page }) {
  const list = usePages<object, ReportedAuditEntry>({ rows: initial.entries, before: initial.before }, {}, fetchPage);
  const { rows, before, pending, failure, older } = list;
  return (
    <PageFrame title="Audit" intro="Who changed what, and what Mayfly did by itself to something that is not its own.">
      <ListFrame
        {...{ pending, failure }}
        count={rows.length}
        hasOlder={before !== null}
        onOlder={() => void older()}
        empty={
          <Nothing title="Nothing yet">
            What agents change in meetings, messages, settings, rules, devices and webhooks is written down here, and so
            is what Mayfly restarts on Infinity.
          </Nothing>
        }
      >
        {rows.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ListFrame>
    </PageFrame>
  );
}

function AuditRow({ entry }: { entry: ReportedAuditEntry }) {
  const { at, actor, action, subject, detail } = entry;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <p className="min-w-0 flex-1 basis-60">
          <span className="font-semibold">{actor}</span> {actionWords(action)}
        </p>
        <span className="text-sm text-ink-soft">
          <Moment at={at} kind="to-the-second" />
        </span>
      </div>
      <p className="mt-0.5 text-sm break-words text-ink-soft">{subject}</p>
      {detail !== null && detail !== undefined && (
        <p className="mt-0.5 font-mono text-[0.8125rem] break-all text-ink-soft">{JSON.stringify(detail)}</p>
      )}
    </li>
  );
}
