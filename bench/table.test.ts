import { expect, it } from 'vitest';
import { median, type Figures } from './figures';
import { loadNote, toMarkdown, type Round } from './table';

const figures = (perSecond: number, changes: Partial<Figures> = {}): Figures => ({
  ...{ perSecond, p50Ms: 0.5, p95Ms: 2, p99Ms: 3, cpuUsEach: 60, serverShare: 0.98, generatorShare: 0.2 },
  ...changes,
});

function round(mayfly: number, changes: Partial<Figures> = {}, large = 9_500): Round {
  const [bare, ours] = [figures(10_000), figures(mayfly, changes)];
  return {
    bare: { distinct: bare, fourfold: bare, single: bare },
    mayfly: { distinct: ours, fourfold: ours, single: ours },
    ...{ small: figures(10_000), large: figures(large) },
  };
}

const sizes = { small: 10_000, large: 1_000_000 };
const lines = (rounds: Round[]) => toMarkdown(rounds, sizes).split('\n');
const lineOf = (rounds: Round[], text: string) => lines(rounds).find((line) => line.includes(text)) ?? '';

it('one extreme round does not move the middle', () => {
  expect(median([3, 900, 1])).toBe(3);
  expect(median([1, 2, 3, 4])).toBe(2.5);
  const line = lineOf([round(9_000), round(1_000), round(9_200)], 'every request for another meeting');
  expect(line).toContain('10,000 / 9,000');
  expect(line).toContain('0.90 × (0.10–0.92)');
});

it('an aim is met at its bound and missed just below it', () => {
  expect(lineOf([round(9_000)], '32 connections, every')).toContain('≥ 0.9 ×: met');
  expect(lineOf([round(8_999)], '32 connections, every')).toContain('≥ 0.9 ×: **missed**');
  expect(lineOf([round(15_000)], 'four times')).toContain('≥ 1.5 ×: met');
  expect(lineOf([round(14_000)], 'four times')).toContain('≥ 1.5 ×: **missed**');
});

it('latency aims look at what Mayfly took, and "under" means under', () => {
  const slow = [round(9_900, { p99Ms: 10, p50Ms: 1 })];
  expect(lineOf(slow, '32 connections, every')).toContain('≥ 0.9 ×: met, p99 < 10 ms: **missed**');
  expect(lineOf(slow, 'one connection')).toContain('p50 < 1 ms: **missed**');
  expect(lineOf([round(9_900)], 'one connection')).toContain('p50 < 1 ms: met');
});

it('growth is how much slower the large database is', () => {
  expect(lineOf([round(9_000, {}, 9_100)], '10,000 / 9,100')).toContain('1.10 × | 60 / 60 | ≤ 1.1 ×: met');
  expect(lineOf([round(9_000, {}, 9_000)], '10,000 / 9,000 | 1.11')).toContain('**missed**');
});

it('it is a Markdown table: each row of a table has as many cells as its head', () => {
  const tables = toMarkdown([round(9_000), round(9_100)], sizes).split('\n\n');
  expect(tables).toHaveLength(2);
  for (const table of tables) expect(new Set(table.split('\n').map((line) => line.split('|').length)).size).toBe(1);
});

it('CPU time that the system does not tell is a dash, not a zero', () => {
  const blind = round(9_000, { cpuUsEach: null, serverShare: null });
  expect(lineOf([blind], 'one connection')).toContain('60 / –');
  expect(loadNote([blind])).not.toContain('of its core');
});

it('the note says how far each server was kept busy', () => {
  const note = loadNote([round(9_000, { serverShare: 0.41 })]);
  expect(note).toContain('bare used 98 % and Mayfly 41 % of its core, the generator 20 % of another');
});
