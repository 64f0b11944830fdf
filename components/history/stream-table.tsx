import type { DetailedPerson } from '@/lib/history/history-reports';
import { FoldedTable } from './folded-table';

type StreamFigures = DetailedPerson['streams'][number];

/** Directions as the node sees them; to a reader, what the person sent and what they received. */
const DIRECTIONS = [
  ['sent', 'toNode'],
  ['received', 'toPerson'],
] as const;

/** The final figures of somebody's media, a line for each stream and direction. */
export function StreamTable({ streams }: { streams: readonly StreamFigures[] }) {
  const lines = streams.flatMap((stream) =>
    DIRECTIONS.flatMap(([words, prefix]) => {
      const figures = figuresOf(stream, prefix);
      return figures.every((each) => each === '') ? [] : [{ type: String(stream.type ?? 'media'), words, figures }];
    }),
  );
  if (lines.length === 0) return null;
  return (
    <FoldedTable
      title="Final figures of the media"
      headings={['Stream', 'Codec', 'Picture', 'Frames/s', 'kbit/s', 'Lost']}
      rows={lines.map(({ type, words, figures }) => [`${type}, ${words}`, ...figures.map((figure) => figure || '–')])}
    />
  );
}

function figuresOf(stream: StreamFigures, prefix: string): string[] {
  const value = (name: string) => stream[`${prefix}${name}`] ?? null;
  const number = (name: string, digits: number, unit = '') => {
    const found = value(name);
    return typeof found === 'number' ? `${Number(found.toFixed(digits)).toLocaleString('en')}${unit}` : '';
  };
  return [
    String(value('Codec') ?? ''),
    String(value('Resolution') ?? ''),
    number('Fps', 0),
    number('Kbits', 0),
    number('LossPercent', 1, '%'),
  ];
}
