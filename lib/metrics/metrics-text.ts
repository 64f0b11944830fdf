// The text format that Prometheus and what is like it read (https://prometheus.io/docs/instrumenting/exposition_formats/). Pure.

export interface Metric {
  /** By the convention: what is counted, with its base unit at the end. */
  name: string;
  type: 'gauge' | 'counter';
  help: string;
  /** Null: nothing is known, and nothing is said. */
  samples: { labels?: Record<string, string>; value: number | null }[];
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function metricsText(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, type, help, samples }) => [
      `# HELP ${name} ${escaped(help)}`,
      `# TYPE ${name} ${type}`,
      ...samples.flatMap(({ labels = {}, value }) => (value === null ? [] : [`${name}${labelsText(labels)} ${value}`])),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function labelsText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
