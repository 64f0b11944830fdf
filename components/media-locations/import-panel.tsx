import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LARGEST_FILE_MB } from '@/lib/media-locations/rule-limits';
import { ImportChoice } from './import-choice';
import { ImportOutlook, type Outlook } from './import-outlook';
import { importFile, previewImport, type ImportWish } from './rules-api';

type Imported = { total: number; before: string; fingerprint: string };

type ImportPanelProps = {
  /** Rules there are now. */
  ruleCount: number;
  onCancel: () => void;
  onDone: (imported: Imported) => void;
};

/** Takes a file, shows what it would do, and does it when told to. */
export function ImportPanel({ ruleCount, onCancel, onDone }: ImportPanelProps) {
  const [content, setContent] = useState<ArrayBuffer | null>(null);
  const [wish, setWish] = useState<ImportWish>({ mode: 'add', saveUnchecked: false });
  const [outlook, setOutlook] = useState<Outlook>({ state: 'none' });
  const [isImporting, setIsImporting] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  // Answers come in any order; only the one to the latest question is shown.
  const question = useRef(0);
  useEffect(() => panel.current?.querySelector('input')?.focus(), []);

  async function look(file: ArrayBuffer | null, next: ImportWish) {
    setContent(file);
    setWish(next);
    const own = (question.current += 1);
    if (!file) return setOutlook({ state: 'none' });
    setOutlook({ state: 'checking' });
    const answer = await previewImport(file, next);
    if (own !== question.current) return;
    setOutlook(answer.ok ? { state: 'ready', effect: answer.value } : { state: 'refused', failure: answer.failure });
  }

  async function take(file: File | undefined) {
    if (!file) return look(null, wish);
    const refuse = (detail: string) => {
      question.current += 1;
      setContent(null);
      setOutlook({ state: 'refused', failure: { code: 'unreadable', detail } });
    };
    if (file.size > LARGEST_FILE_MB * 1024 * 1024) return refuse(`The file is larger than ${LARGEST_FILE_MB} MB.`);
    // Read at once: a file that is saved again meanwhile can no longer be sent.
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return refuse('The file could not be read. Choose it again.');
    await look(bytes, { ...wish, saveUnchecked: false });
  }

  async function apply(file: ArrayBuffer, fingerprint: string) {
    if (isImporting) return;
    setIsImporting(true);
    const answer = await importFile(file, wish, fingerprint);
    setIsImporting(false);
    if (answer.ok) onDone(answer.value);
    else setOutlook({ state: 'refused', failure: answer.failure });
  }

  return (
    <Card className="mt-4 p-4 sm:p-6">
      <div ref={panel}>
        <section aria-labelledby="import-title">
          <h2 id="import-title" className="text-lg font-semibold">
            Import rules
          </h2>
          <ImportChoice
            mode={wish.mode}
            ruleCount={ruleCount}
            onFile={(file) => void take(file)}
            onMode={(mode) => void look(content, { mode, saveUnchecked: false })}
          />
          <ImportOutlook
            outlook={outlook}
            onLookAgain={() => void look(content, wish)}
            onUnchecked={() => void look(content, { ...wish, saveUnchecked: true })}
          />
          <div className="mt-6 flex flex-wrap gap-2">
            {outlook.state === 'ready' && content && (
              <Button
                variant={wish.mode === 'replace' && outlook.effect.removed > 0 ? 'danger' : 'primary'}
                busy={isImporting}
                onClick={() => void apply(content, outlook.effect.fingerprint)}
              >
                {wish.mode === 'replace' ? 'Replace all rules' : 'Add these rules'}
              </Button>
            )}
            <Button variant="quiet" onClick={onCancel}>
              Cancel
            </Button>
          </div>
        </section>
      </div>
    </Card>
  );
}
