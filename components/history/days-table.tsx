import type { DayFigures } from '@/lib/history/figures-report';
import { dayWords } from './day-words';
import { durationWords, ratingWords, shareWords } from './history-words';

const orDash = (ms: number | null) => (ms === null ? '–' : durationWords(ms));

const COLUMNS: readonly (readonly [string, (day: DayFigures) => string])[] = [
  ['Meetings', (day) => day.meetings.toLocaleString('en')],
  ['With somebody', (day) => day.visited.toLocaleString('en')],
  ['Answered', (day) => day.answered.toLocaleString('en')],
  ['Share', (day) => shareWords(day.answered, day.visited)],
  ['Waited, half', (day) => orDash(day.waitMedianMs)],
  ['Waited, 9 in 10', (day) => orDash(day.waitP90Ms)],
  ['Mean call', (day) => orDash(day.durationMeanMs)],
  ['All calls', (day) => orDash(day.durationTotalMs || null)],
  ['People', (day) => day.people.toLocaleString('en')],
  ['Bad quality', (day) => shareWords(day.badQuality, day.visited)],
  ['Rating', (day) => (day.ratingMean === null ? '–' : ratingWords({ count: day.ratings, mean: day.ratingMean }))],
];

/** The figures themselves, the latest day first. Wider than a phone, so that it scrolls by itself. */
export function DaysTable({ days }: { days: readonly DayFigures[] }) {
  return (
    <div
      role="region"
      aria-label="Figures by day"
      tabIndex={0}
      className="mt-4 overflow-x-auto rounded-card border border-line bg-surface shadow-card"
    >
      <table className="w-full text-right text-sm tabular-nums">
        <thead>
          <tr className="border-b border-line text-ink-soft">
            <th scope="col" className="sticky left-0 bg-surface px-4 py-2.5 text-left font-medium">
              Day
            </th>
            {COLUMNS.map(([title]) => (
              <th key={title} scope="col" className="px-3 py-2.5 font-medium whitespace-nowrap last:pr-4">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {days.toReversed().map((day) => (
            <tr key={day.date} className={day.meetings === 0 ? 'text-ink-soft' : ''}>
              <th scope="row" className="sticky left-0 bg-surface px-4 py-2 text-left font-medium whitespace-nowrap">
                {dayWords(day.date)}
              </th>
              {COLUMNS.map(([title, write]) => (
                <td key={title} className="px-3 py-2 whitespace-nowrap last:pr-4">
                  {write(day)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
