import { expect, it } from 'vitest';
import type { CallFigures } from './page-call';
import type { LighthouseRun } from './page-lighthouse';
import { pageTable, stepsNote } from './page-table';

const run = (performance: number): LighthouseRun => ({
  scores: { performance, accessibility: 100, 'best-practices': 100, seo: 100 },
  complaints: [],
});
const call = (pictureMs: number): CallFigures => ({
  ...{ panelMs: 150, progressMs: 40, ticketMs: 80, scriptMs: 100, tokenMs: 160, answerMs: 300, connectedMs: 500 },
  pictureMs,
});
const sizes = { button: 5_000, panel: 80_000, inCall: 20_000 };

it('an aim is met at its bound and missed just beyond it', () => {
  const met = pageTable([run(95)], [call(1_999)], sizes);
  expect(met).toContain('Performance | 95 | ≥ 95: met');
  expect(met).toContain('picture, ms | 1,999 | < 2,000: met');
  expect(met).not.toContain('missed');
  const missed = pageTable([run(94)], [call(2_000)], { ...sizes, button: 5_001, panel: 80_001 });
  expect(missed.match(/\*\*missed\*\*/g)).toHaveLength(4);
});

it('one lucky run decides nothing', () => {
  expect(pageTable([run(90), run(91), run(100)], [call(900)], sizes)).toContain('91 (90–100) | ≥ 95: **missed**');
});

it('says when each step was done', () => {
  expect(stepsNote([call(700), call(900)])).toContain('media connected 500, picture 800.');
});
