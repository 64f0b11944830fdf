import type { DetailedPerson } from '@/lib/history/history-reports';

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
    <details className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-accent">
        Final figures of the media
      </summary>
      <div className="overflow-x-auto">
        <table className="text-left text-sm tabular-nums">
          <thead>
            <tr className="text-ink-soft">
              {['Stream', 'Codec', 'Picture', 'Frames/s', 'kbit/s', 'Lost'].map((title) => (
                <th key={title} scope="col" className="py-1 pr-5 font-medium whitespace-nowrap">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ type, words, figures }, index) => (
              <tr key={index}>
                <th scope="row" className="py-1 pr-5 font-medium whitespace-nowrap">
                  {type}, {words}
                </th>
                {figures.map((figure, place) => (
                  <td key={place} className="py-1 pr-5 whitespace-nowrap">
                    {figure || '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
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
