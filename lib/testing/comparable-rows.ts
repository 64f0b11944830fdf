import type { inMemoryProjection } from './in-memory-projection';

/** Rows that are computed from events, by kind, wherever they were read. */
export type RowsByKind = Record<
  'legs' | 'nodes' | 'media' | 'windows' | 'starts' | 'people' | 'conferences',
  readonly object[]
>;

/** What the property tests hold to be the picture of what was applied. */
export function rowsOfProjection(projection: ReturnType<typeof inMemoryProjection>): RowsByKind {
  return {
    legs: [...projection.legs.values()],
    nodes: [...projection.nodes.values()],
    media: [...projection.media.values()],
    windows: [...projection.windows.values()],
    starts: [...projection.sinkStarts].flatMap(([node, some]) => some.map((start) => ({ node, ...start }))),
    people: [...projection.people.values()].flat(),
    conferences: [...projection.conferences.values()],
  };
}

/** Each kind of row in one order; without those that are kept only so that folding can go on. */
export function comparable(rows: RowsByKind) {
  const inOrder = (some: readonly object[]) => some.map((row) => JSON.stringify(row, sorted)).sort();
  return {
    legs: inOrder(rows.legs.filter((row) => !('mainName' in row) || row.mainName !== '')),
    nodes: inOrder(rows.nodes),
    media: inOrder(rows.media.filter(isTold)),
    windows: inOrder(rows.windows),
    starts: [...new Set(inOrder(rows.starts))],
    people: inOrder(rows.people),
    conferences: inOrder(rows.conferences),
  };
}

function isTold(row: object): boolean {
  const { worstQuality, streams } = row as { worstQuality: number | null; streams: unknown };
  return worstQuality !== null || streams !== null;
}

/** Keys in one order, and a bigint as the number it is. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
