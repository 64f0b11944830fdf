import { expect, it } from 'vitest';
import { metricsText } from './metrics-text';

it('is a metric with its help, its type and a line for each sample', () => {
  const text = metricsText([
    { name: 'a_total', type: 'counter', help: 'All', samples: [{ labels: { node: 'x' }, value: 2 }, { value: 0 }] },
    { name: 'b', type: 'gauge', help: 'Not known', samples: [{ value: null }] },
  ]);
  expect(text).toBe(
    '# HELP a_total All\n# TYPE a_total counter\na_total{node="x"} 2\na_total 0\n# HELP b Not known\n# TYPE b gauge\n',
  );
});

it('is not broken by what stands in a label', () => {
  const samples = [{ labels: { node: 'a"b\\c\nd' }, value: 1 }];
  expect(metricsText([{ name: 'm', type: 'gauge', help: 'H', samples }])).toContain('m{node="a\\"b\\\\c\\nd"} 1\n');
});
