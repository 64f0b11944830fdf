'use client';

import { Download } from 'lucide-react';
import { sizeWords } from '@/components/connection/connection-words';
import { Button } from '@/components/ui/button';
import { useExport } from './use-export';

type ExportButtonProps = { path: string; fileName: string; disabled?: boolean };

/** What is listed as a CSV file, all of it. */
export function ExportButton({ path, fileName, disabled = false }: ExportButtonProps) {
  const { state, start, cancel } = useExport(path, fileName);
  const isPreparing = state.kind === 'preparing';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button variant="secondary" busy={isPreparing} disabled={disabled} onClick={start}>
        {!isPreparing && <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />}
        {isPreparing ? 'Preparing' : 'Export CSV'}
      </Button>
      {isPreparing && (
        <>
          <span className="text-sm text-ink-soft tabular-nums">{sizeWords(state.bytes)}</span>
          <Button variant="quiet" onClick={cancel}>
            Cancel
          </Button>
        </>
      )}
      <p role="status" className="text-sm text-danger empty:hidden">
        {state.kind === 'failed' && state.message}
      </p>
      <p role="status" className="sr-only">
        {isPreparing && 'The file is being prepared'}
      </p>
    </div>
  );
}
