import { Moment } from '@/components/connection/moment';
import type { QualityChange } from '@/lib/history/history-reports';
import { FoldedTable } from './folded-table';
import { lossWords, qualityWord } from './history-words';

/** More than anybody reads; a leg may report one every few seconds. */
const MOST_ROWS = 200;

/** The same as the chart in words, with what was lost, at each time that a node reported. */
export function QualityTable({ changes }: { changes: readonly QualityChange[] }) {
  if (changes.length === 0) return null;
  return (
    <FoldedTable
      title="Quality over time"
      headings={['From', 'Quality', 'Lost sending', 'Lost receiving']}
      rows={changes
        .slice(0, MOST_ROWS)
        .map(({ at, quality, lostToNode, lostToPerson }) => [
          <Moment key="at" at={at} kind="time" />,
          qualityWord(quality),
          lossWords(lostToNode),
          lossWords(lostToPerson),
        ])}
    >
      {changes.length > MOST_ROWS && (
        <p className="mt-1 text-sm text-ink-soft">
          The first {MOST_ROWS} of {changes.length}.
        </p>
      )}
    </FoldedTable>
  );
}
