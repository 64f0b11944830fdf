import type { QualitySpan } from './quality-spans';
import { timeByQuality } from './quality-spans';
import { durationWords, qualityWord } from './history-words';

const HEIGHT = 24;
/** The worse, the taller: what deserves a look stands out without colour too. */
const LOOKS = [
  { height: 3, className: 'fill-line' },
  { height: 6, className: 'fill-good' },
  { height: 11, className: 'fill-accent' },
  { height: 17, className: 'fill-warn' },
  { height: 24, className: 'fill-danger' },
] as const;

type QualityChartProps = {
  spans: readonly QualitySpan[];
  /** The whole call, so that everybody's chart has the same scale. */
  from: number;
  to: number;
};

/** When somebody was there, and how well their media went meanwhile. */
export function QualityChart({ spans, from, to }: QualityChartProps) {
  const whole = Math.max(1, to - from);
  const words = timeByQuality(spans).map(({ quality, ms }) => `${qualityWord(quality)} for ${durationWords(ms)}`);
  const said = words.length > 0 ? `Quality: ${words.join(', ')}` : 'Quality is not known';
  return (
    <div>
      <svg
        viewBox={`0 0 1000 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
        className="h-6 w-full border-b border-line"
      >
        {spans.map((span) => {
          const look = LOOKS[span.quality] ?? LOOKS[0];
          return (
            <rect
              key={span.from}
              x={(1000 * (span.from - from)) / whole}
              y={HEIGHT - look.height}
              // A moment is a hair, but seen.
              width={Math.max(2, (1000 * (span.to - span.from)) / whole)}
              height={look.height}
              className={look.className}
            >
              <title>{`${qualityWord(span.quality)} for ${durationWords(span.to - span.from)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p aria-hidden="true" className="mt-1 text-sm text-ink-soft">
        {said}
      </p>
    </div>
  );
}
