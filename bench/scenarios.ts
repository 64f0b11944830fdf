import type { Load } from './measure';

// What is measured side by side, and what the project aims at (design.md §12).

export type ScenarioName = 'distinct' | 'fourfold' | 'single';

export interface Scenario {
  name: ScenarioName;
  title: string;
  load: Omit<Load, 'seconds'>;
  aims: Aims;
}

/** What Mayfly should reach. A bound that is absent is not one of this scenario's. */
export interface Aims {
  /** Of the bare server's requests a second. */
  ratioAtLeast?: number;
  p99UnderMs?: number;
  p50UnderMs?: number;
}

export const SCENARIOS: Scenario[] = [
  {
    name: 'distinct',
    title: '32 connections, every request for another meeting',
    load: { connections: 32, asks: 1 },
    aims: { ratioAtLeast: 0.9, p99UnderMs: 10 },
  },
  {
    name: 'fourfold',
    title: '32 connections, each meeting four times in a row',
    load: { connections: 32, asks: 4 },
    aims: { ratioAtLeast: 1.5 },
  },
  {
    name: 'single',
    title: 'one connection, every request for another meeting',
    load: { connections: 1, asks: 1 },
    aims: { p50UnderMs: 1 },
  },
];

/** A hundred times as many meetings may cost this much of the throughput. */
export const GROWTH_AT_MOST = 1.1;
