import type { DayFigures } from '@/lib/history/figures-report';
import { dayWords } from './day-words';

const HEIGHT = 120;
/** Of a day; a fifth of it stays free. */
const WIDTH = 20;
const BAR = 16;

/** Meetings with somebody in, by day, and how many of them were answered. The table beneath says the same in figures. */
export function DaysChart({ days }: { days: readonly DayFigures[] }) {
  const most = Math.max(1, ...days.map(({ visited }) => visited));
  const heightOf = (count: number) => (HEIGHT * count) / most;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm text-ink-soft">
        <span className="font-semibold text-ink">Meetings with somebody in</span>
        <Key className="bg-accent" words="answered" />
        <Key className="bg-warn/60" words="not answered" />
        <span className="ml-auto tabular-nums">most in a day: {most.toLocaleString('en')}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label="Meetings by day, answered and not. The table says the same."
        className="mt-3 h-32 w-full border-b border-line"
      >
        {days.map((day, index) => {
          const x = index * WIDTH + (WIDTH - BAR) / 2;
          const answered = heightOf(day.answered);
          const visited = heightOf(day.visited);
          return (
            <g key={day.date}>
              <title>{`${dayWords(day.date)}: ${day.visited}, ${day.answered} answered`}</title>
              <rect x={index * WIDTH} y={0} width={WIDTH} height={HEIGHT} fill="transparent" />
              <rect x={x} y={HEIGHT - visited} width={BAR} height={visited - answered} className="fill-warn/60" />
              <rect x={x} y={HEIGHT - answered} width={BAR} height={answered} className="fill-accent" />
            </g>
          );
        })}
      </svg>
      {first && last && (
        <p className="mt-1.5 flex justify-between text-sm text-ink-soft">
          <span>{dayWords(first.date)}</span>
          <span>{dayWords(last.date)}</span>
        </p>
      )}
    </figure>
  );
}

function Key({ className, words }: { className: string; words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2.5 rounded-xs ${className}`} />
      {words}
    </span>
  );
}
