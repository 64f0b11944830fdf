import type { Area } from './picture';

/**
 * Tiles for `count` people in a picture: as square a grid as possible, rows filled from the top, the last row
 * centred. One tile is the whole picture. All values are even.
 */
export function gridAreas(count: number, width: number, height: number): Area[] {
  if (count <= 0) return [];
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const tile = { width: even(width / columns), height: even(height / rows) };
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const margin = even((width - inRow * tile.width) / 2);
    return { x: margin + (index % columns) * tile.width, y: row * tile.height, ...tile };
  });
}

function even(value: number): number {
  return Math.floor(value / 2) * 2;
}
