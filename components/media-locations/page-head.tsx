import { Download, Plus, Upload } from 'lucide-react';
import { Button, buttonClasses } from '@/components/ui/button';

type PageHeadProps = { hasRules: boolean; onImport: () => void; onAdd: () => void };

export function PageHead({ hasRules, onImport, onAdd }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        <h1 className="text-2xl font-semibold tracking-tight">Media locations</h1>
        <p className="mt-1 max-w-2xl text-[0.9375rem] text-ink-soft">
          Where Infinity handles a caller’s sound and picture. The rule with the narrowest network decides; where none
          matches, Infinity chooses by itself.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" id="open-import" onClick={onImport}>
          <Upload aria-hidden="true" className="size-5" strokeWidth={1.75} />
          Import
        </Button>
        {hasRules && (
          <a href="/api/media-rules/csv" download className={buttonClasses('secondary')}>
            <Download aria-hidden="true" className="size-5" strokeWidth={1.75} />
            Export
          </a>
        )}
        <Button id="open-new" onClick={onAdd}>
          <Plus aria-hidden="true" className="size-5" strokeWidth={1.75} />
          Add rule
        </Button>
      </div>
    </div>
  );
}
