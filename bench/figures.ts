/** What one load showed of one server. */
export interface Figures {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** CPU time of the server for each request; null where the system does not say. */
  cpuUsEach: number | null;
  /** How much of its core the server used; null likewise. Well under 1 with many connections, something else was the limit. */
  serverShare: number | null;
  /** The same of the generator, which shares its cores with the database. */
  generatorShare: number;
}

/** The middle one, or the mean of the two in the middle. Throws when there is none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('there is no median of nothing');
  return (lower + upper) / 2;
}

/** The median of each figure by itself. */
export function medianFigures(all: Figures[]): Figures {
  const of = (name: 'perSecond' | 'p50Ms' | 'p95Ms' | 'p99Ms' | 'generatorShare') =>
    median(all.map((one) => one[name]));
  const known = (name: 'cpuUsEach' | 'serverShare') => {
    const values = all.map((one) => one[name]).filter((value) => value !== null);
    return values.length === 0 ? null : median(values);
  };
  return {
    ...{ perSecond: of('perSecond'), p50Ms: of('p50Ms'), p95Ms: of('p95Ms'), p99Ms: of('p99Ms') },
    ...{ cpuUsEach: known('cpuUsEach'), serverShare: known('serverShare'), generatorShare: of('generatorShare') },
  };
}
