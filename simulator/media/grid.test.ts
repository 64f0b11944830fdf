import { expect, test } from 'vitest';
import { gridAreas } from './grid';

test('one person has the whole picture, nobody has none', () => {
  expect(gridAreas(1, 640, 360)).toEqual([{ x: 0, y: 0, width: 640, height: 360 }]);
  expect(gridAreas(0, 640, 360)).toEqual([]);
});

test('a row that is not full is centred', () => {
  expect(gridAreas(3, 640, 360)[2]).toEqual({ x: 160, y: 180, width: 320, height: 180 });
});

test('tiles are even, inside, and never overlap', () => {
  for (let count = 1; count <= 26; count++) {
    const areas = gridAreas(count, 640, 360);
    expect(areas).toHaveLength(count);
    for (const [index, area] of areas.entries()) {
      expect([area.x % 2, area.y % 2, area.width % 2, area.height % 2]).toEqual([0, 0, 0, 0]);
      expect(area.x >= 0 && area.y >= 0).toBe(true);
      expect(area.x + area.width <= 640 && area.y + area.height <= 360).toBe(true);
      for (const other of areas.slice(index + 1)) {
        const isApart =
          area.x + area.width <= other.x ||
          other.x + other.width <= area.x ||
          area.y + area.height <= other.y ||
          other.y + other.height <= area.y;
        expect(isApart).toBe(true);
      }
    }
  }
});
