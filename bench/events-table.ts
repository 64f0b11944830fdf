import type { DeskFigures } from './events-desk';
import type { Telling } from './events-telling';
import {
  RATIO_AT_LEAST,
  SINK_LOADS,
  type SinkFigures,
  type SinkLoad,
  type SinkName,
  type SinkRound,
} from './events-rounds';
import { median, medianFigures } from './figures';
import { judged, micro, ms, row, whole, withRange } from './table';

// What was measured of the event sink, as Markdown for the README. Pure.

/** Both loads beside the bare server. Figures are medians over the rounds; a ratio is that of the medians. */
export function sinkTable(rounds: SinkRound[]): string {
  const head = ['bare / Mayfly', 'events/s', 'ratio', 'p50 ms', 'p99 ms', 'CPU µs each', 'applied', 'aim'];
  return [
    row(head),
    row(head.map(() => '---')),
    ...Object.keys(SINK_LOADS).map((load) => line(rounds, load as SinkLoad)),
  ].join('\n');
}

function line(rounds: SinkRound[], load: SinkLoad): string {
  const of = (name: SinkName) => rounds.map((round) => round[name][load]);
  const perSecond = (name: SinkName) => median(of(name).map((one) => one.eventsPerSecond));
  const [bare, mayfly] = [medianOf(of('bareSink')), medianOf(of('mayfly'))];
  const ratios = rounds.map((round) => round.mayfly[load].eventsPerSecond / round.bareSink[load].eventsPerSecond);
  const ratio = perSecond('mayfly') / perSecond('bareSink');
  return row([
    SINK_LOADS[load].title,
    ...[`${whole(perSecond('bareSink'))} / ${whole(perSecond('mayfly'))}`, withRange(ratio, ratios)],
    ...[`${ms(bare.p50Ms)} / ${ms(mayfly.p50Ms)}`, `${ms(bare.p99Ms)} / ${ms(mayfly.p99Ms)}`],
    `${micro(bare.cpuUsEach)} / ${micro(mayfly.cpuUsEach)}`,
    appliedNote(of('mayfly')),
    judged(`≥ ${RATIO_AT_LEAST} ×`, ratio >= RATIO_AT_LEAST),
  ]);
}

const medianOf = (all: SinkFigures[]) => medianFigures(all.map(({ figures }) => figures));

/** How fast stored events became rows, and how long after the last answer the last of them had. */
function appliedNote(all: SinkFigures[]): string {
  const applying = all.map((one) => one.applying).filter((one) => one !== null);
  const [perSecond, lag] = [applying.map((one) => one.perSecond), applying.map((one) => one.lagSeconds)];
  return `${whole(median(perSecond))}/s, ${median(lag).toFixed(1)} s after`;
}

/** The list and what a desk is told, as two lines. */
export function deskTable(
  desk: DeskFigures,
  { storedEvents, eventsPerSecond }: { storedEvents: number; eventsPerSecond: number },
): string {
  const head = [
    `${whole(desk.people)} people in ${whole(desk.meetings)} meetings, ${whole(storedEvents)} stored events`,
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'aim',
  ];
  const told = (where: string, { toldMs, untold }: Telling) =>
    deskLine(
      `event to ${where} at ${eventsPerSecond} events/s${untold ? `, **${untold} never told**` : ''}`,
      toldMs,
      judged('p95 < 300 ms', percentile(toldMs, 95) < 300),
    );
  return [
    row(head),
    row(head.map(() => '---')),
    deskLine(
      'the live list, within the server',
      desk.listMs,
      judged('p99 < 300 ms', percentile(desk.listMs, 99) < 300),
    ),
    deskLine('GET /api/live until the whole list is here', desk.firstListMs, '–'),
    told('a desk’s connection', desk.connection),
    told('the page of a desk with all of them, in Chromium,', desk.tab),
  ].join('\n');
}

function deskLine(title: string, values: number[], aim: string): string {
  return row([title, ...[50, 95, 99].map((share) => percentile(values, share).toFixed(1)), aim]);
}

/** The smallest value that so many per cent are not above. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? NaN;
}
