'use client';

import type { ReportedNode } from '@/lib/decisions/decision-reports';
import { isSilent, statusWords } from './connection-words';
import type { Freshness } from './use-summary';

type StatusLineProps = { nodes: readonly ReportedNode[]; now: number; freshness: Freshness };

/** Whether Infinity asks us, in a line; and whether that line is true at this moment. */
export function StatusLine({ nodes, now, freshness }: StatusLineProps) {
  const isHeard = nodes.some((node) => node.node !== '' && !isSilent(node, now));
  return (
    <>
      <p className="mt-1.5 flex items-baseline gap-2 text-[0.9375rem]">
        <span
          aria-hidden="true"
          className={`size-2.5 shrink-0 rounded-full ${isHeard ? 'bg-good' : nodes.length > 0 ? 'bg-danger' : 'bg-warn'}`}
        />
        {statusWords(nodes, now)}
      </p>
      {/* It changes every second above; only this is worth interrupting somebody for. */}
      <p role="status" className="text-[0.9375rem]">
        {freshness === 'late' && (
          <span className="text-warn">This page cannot be brought up to date. Trying again…</span>
        )}
        {freshness === 'signed-out' && (
          <a href="/sign-in?callbackUrl=/dashboard/connection" className="font-semibold text-danger underline">
            You are signed out. Sign in again
          </a>
        )}
      </p>
    </>
  );
}
