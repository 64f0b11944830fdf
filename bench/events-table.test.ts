import { expect, it } from 'vitest';
import { deskTable, percentile, sinkTable } from './events-table';
import type { SinkFigures, SinkRound } from './events-rounds';

const figures = (eventsPerSecond: number, lagSeconds: number | null): SinkFigures => ({
  figures: {
    ...{ perSecond: eventsPerSecond, p50Ms: 2, p95Ms: 3, p99Ms: 5 },
    ...{ cpuUsEach: 100, serverShare: 0.9, generatorShare: 0.2 },
  },
  eventsPerSecond,
  applying: lagSeconds === null ? null : { lagSeconds, perSecond: 1_500 },
});
const round = (mayfly: number): SinkRound => ({
  bareSink: { singles: figures(1_000, null), bulks: figures(10_000, null) },
  mayfly: { singles: figures(mayfly, 0.4), bulks: figures(mayfly * 10, 4) },
});
const lists = { meetings: 2_500, people: 10_000, listMs: [1, 2], firstListMs: [3] };
const desk = { ...lists, connection: { toldMs: [4, 400], untold: 0 }, tab: { toldMs: [5], untold: 0 } };
const sizes = { storedEvents: 1_000_000, eventsPerSecond: 100 };

it('an aim is met at its bound and missed just below it', () => {
  expect(sinkTable([round(700)])).toContain(
    '0.70 × | 2.00 / 2.00 | 5.00 / 5.00 | 100 / 100 | 1,500/s, 0.4 s after | ≥ 0.7 ×: met',
  );
  expect(sinkTable([round(699)])).toContain('≥ 0.7 ×: **missed**');
  expect(sinkTable([round(699), round(800), round(900)])).toContain('0.80 × (0.70–0.90)');
});

it('what a desk was never told is said', () => {
  expect(deskTable(desk, sizes)).toContain('p95 < 300 ms: **missed**');
  expect(deskTable(desk, sizes)).not.toContain('never told');
  expect(deskTable({ ...desk, tab: { toldMs: [5], untold: 3 } }, sizes)).toContain('3 never told');
});

it('each row of a table has as many cells as its head', () => {
  for (const table of [sinkTable([round(700)]), deskTable(desk, sizes)]) {
    expect(new Set(table.split('\n').map((line) => line.split('|').length)).size).toBe(1);
  }
});

it('a percentile is one of the values', () => {
  expect([50, 95, 99].map((share) => percentile([4, 1, 3, 2], share))).toEqual([2, 4, 4]);
});
