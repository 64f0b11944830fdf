import { describe, expect, it } from 'vitest';
import { cornerByKey, nearestCorner, nextCorner, panelCorners, parseCorner, seenCorner } from './panel-corner';

const page = { width: 1000, height: 600 };

describe('a panel that is let go', () => {
  it.each([
    [{ x: 100, y: 100 }, 'ltr', 'top-start'],
    [{ x: 900, y: 100 }, 'ltr', 'top-end'],
    [{ x: 100, y: 500 }, 'ltr', 'bottom-start'],
    [{ x: 900, y: 500 }, 'ltr', 'bottom-end'],
    [{ x: 100, y: 500 }, 'rtl', 'bottom-end'],
    [{ x: 900, y: 100 }, 'rtl', 'top-start'],
    [{ x: -40, y: 9000 }, 'ltr', 'bottom-start'],
  ] as const)('at %j in %s rests in %s', (middle, direction, corner) => {
    expect(nearestCorner(middle, page, direction)).toBe(corner);
  });
});

describe('the arrow keys', () => {
  it.each([
    ['ArrowUp', 'bottom-end', 'ltr', 'top-end'],
    ['ArrowDown', 'bottom-end', 'ltr', 'bottom-end'],
    ['ArrowLeft', 'bottom-end', 'ltr', 'bottom-start'],
    ['ArrowRight', 'top-start', 'ltr', 'top-end'],
    ['ArrowLeft', 'bottom-start', 'rtl', 'bottom-end'],
    ['ArrowRight', 'bottom-end', 'rtl', 'bottom-start'],
    ['Enter', 'bottom-end', 'ltr', null],
  ] as const)('%s from %s in %s leads to %s', (key, from, direction, to) => {
    expect(cornerByKey(key, from, direction)).toBe(to);
  });

  it('lead where they point, as the eye sees it', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      for (const corner of panelCorners) {
        expect(seenCorner(cornerByKey('ArrowLeft', corner, direction)!, direction)).toMatch(/Left$/);
        expect(seenCorner(cornerByKey('ArrowUp', corner, direction)!, direction)).toMatch(/^top/);
      }
    }
  });
});

it('pressing again and again goes through every corner and back', () => {
  const round = panelCorners
    .map(() => 0)
    .reduce<string[]>((seen) => [...seen, nextCorner(parseCorner(seen.at(-1)!)!)], ['top-end']);
  expect(new Set(round).size).toBe(4);
  expect(round.at(-1)).toBe('top-end');
});

it('what is no corner is not remembered as one', () => {
  expect([null, '', 'top', 'top-left'].map(parseCorner)).toEqual([null, null, null, null]);
});
