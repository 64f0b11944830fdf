'use client';

import { useState } from 'react';
import type { ConnectionSummary } from '@/lib/decisions/decision-reports';
import { fetchSummary } from './connection-api';
import { usePolling } from './use-polling';

/** `late`: the last try failed, and what is shown is as old as it is. */
export type Freshness = 'fresh' | 'late' | 'signed-out';

interface Followed {
  summary: ConnectionSummary;
  /** How far the server's clock is ahead of ours, in ms. Zero until the first answer arrives. */
  skewMs: number;
  freshness: Freshness;
}

/** The summary, kept up to date, beginning with what the page was rendered with. */
export function useSummary(initial: ConnectionSummary): Followed {
  const [followed, setFollowed] = useState<Followed>({ summary: initial, skewMs: 0, freshness: 'fresh' });

  usePolling(async () => {
    const answer = await fetchSummary();
    if (answer.ok) {
      const skewMs = Date.parse(answer.value.serverTime) - Date.now();
      setFollowed({ summary: answer.value, skewMs, freshness: 'fresh' });
    } else {
      const freshness = answer.status === 401 ? 'signed-out' : 'late';
      setFollowed((before) => ({ ...before, freshness }));
    }
  });

  return followed;
}
