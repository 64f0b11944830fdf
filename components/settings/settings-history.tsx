'use client';

import { History, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { SavedConferenceSettings } from '@/lib/settings/conference-settings';
import { differenceLines, settingLines } from './option-words';
import { readHistory } from './settings-api';
import { draftOf } from './settings-draft';
import { whenWords } from './when-words';

type SettingsHistoryProps = { inForceId: number; onRestore: (saved: SavedConferenceSettings) => void };

type Listed = { saved: readonly SavedConferenceSettings[]; next: number | null };

/** Earlier settings, fetched when somebody wants to see them. Remount it when others were saved. */
export function SettingsHistory({ inForceId, onRestore }: SettingsHistoryProps) {
  const [listed, setListed] = useState<Listed | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function more() {
    setIsBusy(true);
    setError(null);
    const answer = await readHistory(listed?.next ?? null);
    setIsBusy(false);
    if (!answer.ok) return setError(answer.failure.detail ?? 'This could not be loaded. Try again.');
    setListed({ saved: [...(listed?.saved ?? []), ...answer.value.saved], next: answer.value.next });
  }

  return (
    <section aria-labelledby="earlier-settings" className="mt-12">
      <h2 id="earlier-settings" className="text-lg font-semibold tracking-tight">
        Earlier settings
      </h2>
      <p className="mt-1 max-w-prose text-sm leading-relaxed text-ink-soft">
        Each time that somebody saved. Going back fills the form; nothing changes before you save it.
      </p>
      {listed && (
        <Card className="mt-4">
          <ol className="divide-y divide-line">
            {listed.saved.map((saved) => (
              <HistoryRow key={saved.id} saved={saved} isInForce={saved.id === inForceId} onRestore={onRestore} />
            ))}
          </ol>
        </Card>
      )}
      {error && (
        <p role="alert" className="mt-3 text-sm text-danger">
          {error}
        </p>
      )}
      {(!listed || listed.next !== null) && (
        <Button variant="secondary" busy={isBusy} className="mt-4" onClick={() => void more()}>
          <History aria-hidden="true" className="size-4" />
          {listed ? 'Show older ones' : 'Show earlier settings'}
        </Button>
      )}
    </section>
  );
}

type HistoryRowProps = {
  saved: SavedConferenceSettings;
  isInForce: boolean;
  onRestore: (saved: SavedConferenceSettings) => void;
};

function HistoryRow({ saved, isInForce, onRestore }: HistoryRowProps) {
  const when = whenWords(saved.savedAt);
  const { everywhere, locations } = draftOf(saved.value);
  const lines = [
    ...settingLines(everywhere),
    ...locations.map((draft) => `${draft.location}: ${differenceLines(draft).join(', ')}`),
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-4 sm:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">
          <time dateTime={saved.savedAt}>{when}</time>
          {saved.savedBy && <span className="font-normal text-ink-soft"> by {saved.savedBy}</span>}
        </p>
        <p className="mt-0.5 text-sm leading-relaxed text-ink-soft">
          {lines.length > 0 ? lines.join(' · ') : 'Nothing set: Infinity’s own defaults.'}
        </p>
      </div>
      {isInForce ? (
        <span className="inline-flex min-h-9 items-center text-sm font-medium text-good">In force</span>
      ) : (
        <Button variant="secondary" size="small" aria-label={`Go back to ${when}`} onClick={() => onRestore(saved)}>
          <RotateCcw aria-hidden="true" className="size-4" />
          Go back to these
        </Button>
      )}
    </li>
  );
}
