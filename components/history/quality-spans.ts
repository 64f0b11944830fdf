import type { QualityChange as ToldChange } from '@/lib/history/history-reports';

type QualityChange = Pick<ToldChange, 'at' | 'quality'>;

/** A stretch of time in which a person's quality was the same. Milliseconds since 1970. */
export interface QualitySpan {
  from: number;
  to: number;
  /** 0 unknown, 1 good … 4 terrible. */
  quality: number;
}

/**
 * A person's stay as stretches of one quality. Before the first report nothing is known; a report from before the stay tells
 * how it began, and one from after it nothing.
 */
export function qualitySpans(changes: readonly QualityChange[], from: number, to: number): QualitySpan[] {
  const spans: QualitySpan[] = [];
  let current = { from, quality: 0 };
  for (const change of [...changes].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    const at = Math.min(Math.max(Date.parse(change.at), from), to);
    if (change.quality === current.quality) continue;
    if (at > current.from) spans.push({ from: current.from, to: at, quality: current.quality });
    current = { from: at, quality: change.quality };
  }
  if (to > current.from) spans.push({ from: current.from, to, quality: current.quality });
  return spans;
}

/** How long each quality lasted, the worst first; what is unknown is left out. */
export function timeByQuality(spans: readonly QualitySpan[]): { quality: number; ms: number }[] {
  const known = [4, 3, 2, 1].map((quality) => ({
    quality,
    ms: spans.filter((span) => span.quality === quality).reduce((total, { from, to }) => total + to - from, 0),
  }));
  return known.filter(({ ms }) => ms > 0);
}
