import { medianFigures, type Figures } from './figures';
import { GROWTH_AT_MOST, SCENARIOS, type Aims, type ScenarioName } from './scenarios';

// What was measured, as Markdown for the README. Pure.

/** One round: both servers in turn, and Mayfly by itself on the small and on the large database. */
export interface Round {
  bare: Record<ScenarioName, Figures>;
  mayfly: Record<ScenarioName, Figures>;
  small: Figures;
  large: Figures;
}

export interface Sizes {
  small: number;
  large: number;
}

/** Both tables. Figures are medians over the rounds; a ratio is that of the medians, with the smallest and largest of a round. */
export function toMarkdown(rounds: Round[], sizes: Sizes): string {
  return [...comparison(rounds, sizes.large), '', ...growth(rounds, sizes)].join('\n');
}

function comparison(rounds: Round[], meetings: number): string[] {
  const rows = SCENARIOS.map(({ name, title, aims }) => {
    const bare = medianFigures(rounds.map((round) => round.bare[name]));
    const mayfly = medianFigures(rounds.map((round) => round.mayfly[name]));
    const ratios = rounds.map((round) => round.mayfly[name].perSecond / round.bare[name].perSecond);
    const ratio = mayfly.perSecond / bare.perSecond;
    return row([
      title,
      ...[`${whole(bare.perSecond)} / ${whole(mayfly.perSecond)}`, withRange(ratio, ratios)],
      ...[`${ms(bare.p50Ms)} / ${ms(mayfly.p50Ms)}`, `${ms(bare.p99Ms)} / ${ms(mayfly.p99Ms)}`],
      `${micro(bare.cpuUsEach)} / ${micro(mayfly.cpuUsEach)}`,
      verdict(aims, ratio, mayfly),
    ]);
  });
  const head = [
    `${whole(meetings)} meetings: bare / Mayfly`,
    'req/s',
    'ratio',
    'p50 ms',
    'p99 ms',
    'CPU µs each',
    'aim',
  ];
  return [row(head), row(head.map(() => '---')), ...rows];
}

function growth(rounds: Round[], { small, large }: Sizes): string[] {
  const [few, many] = [medianFigures(rounds.map((r) => r.small)), medianFigures(rounds.map((r) => r.large))];
  const slower = few.perSecond / many.perSecond;
  const ratios = rounds.map((round) => round.small.perSecond / round.large.perSecond);
  const aim = judged(`≤ ${GROWTH_AT_MOST} ×`, slower <= GROWTH_AT_MOST);
  const head = [`Mayfly alone: ${whole(small)} / ${whole(large)} meetings`, 'req/s', 'slower by', 'CPU µs each', 'aim'];
  const figures = [
    ...[`${whole(few.perSecond)} / ${whole(many.perSecond)}`, withRange(slower, ratios)],
    ...[`${micro(few.cpuUsEach)} / ${micro(many.cpuUsEach)}`, aim],
  ];
  return [row(head), row(head.map(() => '---')), row([SCENARIOS[0]?.title ?? '', ...figures])];
}

function verdict(aims: Aims, ratio: number, mayfly: Figures): string {
  const { ratioAtLeast, p50UnderMs, p99UnderMs } = aims;
  return [
    ratioAtLeast === undefined ? null : judged(`≥ ${ratioAtLeast} ×`, ratio >= ratioAtLeast),
    p50UnderMs === undefined ? null : judged(`p50 < ${p50UnderMs} ms`, mayfly.p50Ms < p50UnderMs),
    p99UnderMs === undefined ? null : judged(`p99 < ${p99UnderMs} ms`, mayfly.p99Ms < p99UnderMs),
  ]
    .filter((aim) => aim !== null)
    .join(', ');
}

export const judged = (aim: string, isMet: boolean) => `${aim}: ${isMet ? 'met' : '**missed**'}`;
export const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
export const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
export const ms = (value: number) => value.toFixed(2);
const percent = (share: number) => `${Math.round(share * 100)} %`;
export const micro = (value: number | null) => (value === null ? '–' : String(Math.round(value)));

export function withRange(ratio: number, all: number[]): string {
  if (all.length === 1) return `${ratio.toFixed(2)} ×`;
  return `${ratio.toFixed(2)} × (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})`;
}

/** How busy the cores were with 32 connections: a server well below its whole core had something else for its limit. */
export function loadNote(rounds: Round[]): string {
  const bare = medianFigures(rounds.map((round) => round.bare.distinct));
  const mayfly = medianFigures(rounds.map((round) => round.mayfly.distinct));
  const server =
    bare.serverShare === null || mayfly.serverShare === null
      ? ''
      : `bare used ${percent(bare.serverShare)} and Mayfly ${percent(mayfly.serverShare)} of its core, `;
  const p95 = `p95 was ${ms(bare.p95Ms)} and ${ms(mayfly.p95Ms)} ms`;
  return `In the first row ${server}the generator ${percent(mayfly.generatorShare)} of another; ${p95}.`;
}
