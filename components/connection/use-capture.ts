'use client';

import { useRef, useState } from 'react';
import type { Answer } from '@/components/ui/send';
import type { CaptureReport } from '@/lib/capture/capture-report';
import { changeCapture, clearCapture, fetchCapture } from './connection-api';
import { usePolling } from './use-polling';

/** The capture and what can be done with it, followed while the page is looked at. */
export function useCapture(initial: CaptureReport) {
  const [report, setReport] = useState(initial);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  /** How many changes were begun: what was asked before the last one does not know of it. */
  const changes = useRef(0);

  async function carryOut(change: Promise<Answer<CaptureReport>>) {
    changes.current += 1;
    setIsBusy(true);
    const answer = await change;
    setIsBusy(false);
    setFailure(answer.ok ? null : answer.message);
    if (answer.ok) setReport(answer.value);
  }

  usePolling(async () => {
    // Off, it changes by nobody's hand but an agent's; a colleague's is seen with the next page.
    if (report.until === null || isBusy) return;
    const before = changes.current;
    const answer = await fetchCapture();
    if (answer.ok && before === changes.current) setReport(answer.value);
  });

  return {
    report,
    isBusy,
    failure,
    start: (minutes: number) => void carryOut(changeCapture(minutes)),
    stop: () => void carryOut(changeCapture(null)),
    clear: () => void carryOut(clearCapture()),
  };
}
