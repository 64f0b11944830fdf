'use client';

import { useEffect, useRef, useState } from 'react';
import { usePolling } from '@/components/connection/use-polling';
import type { DeliveryState, DeliveryView } from '@/lib/webhooks/webhook';
import { fetchDeliveries } from './webhooks-api';

export type StateFilter = DeliveryState | '';

interface Log {
  /** Null until the first page is there. */
  deliveries: DeliveryView[] | null;
  before: string | null;
  pending: 'filter' | 'older' | null;
  failure: string | null;
}

/**
 * The log of one webhook, followed while it is looked at. Once somebody has asked for older messages it stays as it is, so that
 * nothing moves while they read.
 */
export function useDeliveries(webhookId: string) {
  const [filter, setFilter] = useState<StateFilter>('');
  const [log, setLog] = useState<Log>({ deliveries: null, before: null, pending: null, failure: null });
  const isReadingOn = useRef(false);
  // An answer to a question that has been replaced meanwhile is dropped.
  const asked = useRef(0);

  async function load(state: StateFilter, before?: string): Promise<void> {
    const number = (asked.current += 1);
    const answer = await fetchDeliveries(webhookId, state, before);
    if (number !== asked.current) return;
    setLog((log) => {
      if (!answer.ok) return { ...log, pending: null, failure: answer.message };
      const deliveries = [...((before && log.deliveries) || []), ...answer.value.deliveries];
      return { deliveries, before: answer.value.before, pending: null, failure: null };
    });
  }

  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => void latest.current(''), []);

  usePolling(async () => {
    if (!isReadingOn.current && log.pending === null) await load(filter);
  });

  function refresh(state = filter) {
    isReadingOn.current = false;
    setFilter(state);
    setLog((log) => ({ ...log, pending: 'filter' }));
    return load(state);
  }

  function older() {
    if (log.before === null || log.pending) return;
    isReadingOn.current = true;
    setLog((log) => ({ ...log, pending: 'older' }));
    void load(filter, log.before);
  }

  return { ...log, filter, choose: refresh, refresh: () => refresh(), older };
}
