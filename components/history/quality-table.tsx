import { Moment } from '@/components/connection/moment';
import type { QualityChange } from '@/lib/history/history-reports';
import { lossWords, qualityWord } from './history-words';

/** More than anybody reads; a leg may report one every few seconds. */
const MOST_ROWS = 200;

/** The same as the chart in words, with what was lost: each time at which somebody's quality became another one. */
export function QualityTable({ changes }: { changes: readonly QualityChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-accent">
        Quality over time
      </summary>
      <div className="overflow-x-auto">
        <table className="text-left text-sm tabular-nums">
          <thead>
            <tr className="text-ink-soft">
              {['From', 'Quality', 'Lost of what they sent', 'Lost of what they received'].map((title) => (
                <th key={title} scope="col" className="py-1 pr-5 font-medium whitespace-nowrap">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, MOST_ROWS).map(({ at, quality, lostToNode, lostToPerson }, index) => (
              <tr key={index}>
                <th scope="row" className="py-1 pr-5 font-medium whitespace-nowrap">
                  <Moment at={at} kind="time" />
                </th>
                <td className="py-1 pr-5 whitespace-nowrap">{qualityWord(quality)}</td>
                <td className="py-1 pr-5 whitespace-nowrap">{lossWords(lostToNode)}</td>
                <td className="py-1 pr-5 whitespace-nowrap">{lossWords(lostToPerson)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length > MOST_ROWS && (
        <p className="mt-1 text-sm text-ink-soft">
          The first {MOST_ROWS} of {changes.length} changes.
        </p>
      )}
    </details>
  );
}
