import { expect, it } from 'vitest';
import { LECTURE_VIEWS, VIEWS } from '@/lib/settings/views';
import { LECTURE_VIEW_NAMES, shapesOf, VIEW_NAMES } from './layout-shapes';

const COUNTS: Record<string, number> = {
  ...{ zero: 0, one: 1, two: 2, four: 4, five: 5, seven: 7, eight: 8, nine: 9, twelve: 12, sixteen: 16 },
  ...{ twentyone: 21, twentyfive: 25, thirtythree: 33 },
};

it('the form offers exactly the layouts that can be saved', () => {
  expect(VIEW_NAMES.toSorted()).toEqual([...VIEWS].toSorted());
  expect(LECTURE_VIEW_NAMES.toSorted()).toEqual(LECTURE_VIEWS.toSorted());
});

it.each(VIEW_NAMES)('the drawing of %s has as many pictures as its name says, all inside', (view) => {
  const [, large = '', small = ''] = /^([a-z]+)_mains?_([a-z]+)_/.exec(view) ?? [];
  const { mains, pips } = shapesOf(view);
  expect([mains.length, pips.length]).toEqual([COUNTS[large], COUNTS[small]]);
  for (const { x, y, width, height } of [...mains, ...pips]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(64.001);
    expect(y + height).toBeLessThanOrEqual(36.001);
  }
});
