import type { ConnectionSummary } from './decision-reports';
import { loadLatency, loadNodes, loadReasons, loadRefusals } from './decision-reports-summary-store';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Figures over many decisions are read for a tenth of a second; the open pages share one reading for this long. */
const SHARED_MS = 10_000;

type Figures = Pick<ConnectionSummary, 'latency' | 'answers'>;

let shared: { at: number; figures: Promise<Figures> } | null = null;

/**
 * Who asks us and who may not, as of `now`; how fast we answer and what we say, as of a few seconds before at most. The
 * questions go one after another: the desk takes one connection and leaves the others to policy requests.
 */
export async function connectionSummary(now: Date): Promise<ConnectionSummary> {
  const figures = await sharedFigures(now);
  const refusals = await loadRefusals(new Date(now.getTime() - DAY_MS));
  return { serverTime: now.toISOString(), nodes: await loadNodes(), refusals, ...figures };
}

async function readFigures(now: Date): Promise<Figures> {
  const latency = await loadLatency(new Date(now.getTime() - HOUR_MS));
  return { latency, answers: await loadReasons(new Date(now.getTime() - DAY_MS)) };
}

async function sharedFigures(now: Date): Promise<Figures> {
  const age = shared ? now.getTime() - shared.at : Infinity;
  if (!shared || age < 0 || age >= SHARED_MS) shared = { at: now.getTime(), figures: readFigures(now) };
  const mine = shared;
  try {
    return await mine.figures;
  } catch (error) {
    // Nobody else shares a failure.
    if (shared === mine) shared = null;
    throw error;
  }
}
