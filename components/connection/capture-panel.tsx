'use client';

import { Download, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, buttonClasses } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { sayDuration } from '@/lib/call/call-clock';
import { CAPTURE_MINUTES, KEPT_HOURS, type CaptureReport } from '@/lib/capture/capture-report';
import { countWords, sizeWords } from './connection-words';
import { CAPTURE_PATH } from './connection-api';
import { Moment } from './moment';
import { useCapture } from './use-capture';

type CapturePanelProps = { initial: CaptureReport; now: number };

/** Raw requests for support: on for a while, secrets removed, downloaded and cleared. */
export function CapturePanel({ initial, now }: CapturePanelProps) {
  const { report, isBusy, failure, start, stop, clear } = useCapture(initial);
  const leftMs = report.until === null ? 0 : Date.parse(report.until) - now;
  const kept = report.policyRequests + report.eventRequests;
  const isOn = leftMs > 0;
  const { controls, isChanged } = useFocusOfChange(isOn);

  return (
    <Card className="px-4 py-4">
      <p role="status" className="sr-only">
        {isChanged && (isOn ? 'Capture is on.' : 'Capture is off.')}
      </p>
      {isOn ? (
        <div ref={controls} className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <p className="flex min-w-0 flex-1 basis-64 items-baseline gap-2 font-medium">
            <span aria-hidden="true" className="size-2.5 shrink-0 animate-pulse rounded-full bg-danger" />
            <span>Capturing for another {sayDuration(leftMs)}</span>
          </p>
          <Button variant="secondary" busy={isBusy} onClick={stop}>
            Stop
          </Button>
        </div>
      ) : (
        <div
          ref={controls}
          className="flex flex-wrap items-center gap-2"
          role="group"
          aria-label="Capture requests for"
        >
          <p className="mr-2 min-w-0 flex-1 basis-52 font-medium">Off. Turn it on for</p>
          {CAPTURE_MINUTES.map((minutes) => (
            <Button key={minutes} variant="secondary" disabled={isBusy} onClick={() => start(minutes)}>
              {sayDuration(minutes * 60_000)}
            </Button>
          ))}
        </div>
      )}
      <p role="alert" className="text-[0.9375rem] text-danger">
        {failure}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line pt-4">
        <p className="min-w-0 flex-1 basis-64 text-[0.9375rem] text-ink-soft">
          <KeptWords report={report} />
        </p>
        {kept > 0 && (
          <div className="flex flex-wrap gap-2">
            <a href={`${CAPTURE_PATH}/download`} download className={buttonClasses('secondary')}>
              <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />
              Download
            </a>
            <ClearButton isDisabled={isBusy} onClear={clear} />
          </div>
        )}
      </div>
    </Card>
  );
}

/** What is deleted is gone for every agent, and support may be waiting for it: it is asked once more. */
function ClearButton({ isDisabled, onClear }: { isDisabled: boolean; onClear: () => void }) {
  const [isSure, setIsSure] = useState(false);
  const press = () => {
    if (isSure) onClear();
    setIsSure(!isSure);
  };
  return (
    <Button variant={isSure ? 'danger' : 'quiet'} disabled={isDisabled} onClick={press} onBlur={() => setIsSure(false)}>
      <Trash2 aria-hidden="true" className="size-4" strokeWidth={1.75} />
      {isSure ? 'Press again to clear' : 'Clear'}
    </Button>
  );
}

/** The button that was pressed goes as capture is turned on or off: the focus goes on to the first that comes for it. */
function useFocusOfChange(isOn: boolean) {
  const controls = useRef<HTMLDivElement>(null);
  const was = useRef(isOn);
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => {
    if (was.current === isOn) return;
    was.current = isOn;
    setIsChanged(true);
    if (document.activeElement === document.body) controls.current?.querySelector('button')?.focus();
  }, [isOn]);
  return { controls, isChanged };
}

function KeptWords({ report }: { report: CaptureReport }) {
  const { policyRequests, eventRequests, bytes, oldestAt } = report;
  if (oldestAt === null) return 'Nothing is kept.';
  return (
    <>
      {countWords(policyRequests, 'policy request', 'policy requests')} and{' '}
      {countWords(eventRequests, 'event delivery', 'event deliveries')} kept, {sizeWords(bytes)}, since{' '}
      <Moment at={oldestAt} />. Each is deleted after {KEPT_HOURS} hours.
    </>
  );
}
