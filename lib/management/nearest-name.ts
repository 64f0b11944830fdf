/** More letters wrong than this, and it is another name. */
const FARTHEST = 0.4;

/**
 * The name that was probably meant: the one with the fewest letters different, capitals counting least. Null when none is
 * near. Infinity's names are exact, so `harbour` is not `Harbour` (policy-api.md §6).
 */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  let nearest: { name: string; distance: number } | null = null;
  for (const name of names) {
    const farthest = Math.max(1, Math.floor(name.length * FARTHEST));
    if (Math.abs(name.length - wanted.length) > farthest + 2) continue;
    const distance = distanceBetween(fold(wanted), fold(name));
    if (distance <= farthest && (!nearest || distance < nearest.distance)) nearest = { name, distance };
  }
  return nearest?.name ?? null;
}

/** What people get wrong most: capitals, accents, spaces at the ends and between. */
function fold(text: string): string {
  const withoutAccents = text.normalize('NFD').replace(/\p{M}/gu, '');
  return withoutAccents
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Letters to add, drop, change or swap with their neighbour to make one text the other. */
function distanceBetween(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const changed = last[column - 1]! + (isSame ? 0 : 1);
      const swapped = isSwapped ? beforeLast[column - 2]! + 1 : Infinity;
      line.push(Math.min(last[column]! + 1, line[column - 1]! + 1, changed, swapped));
    }
    beforeLast = last;
    last = line;
  }
  return last[to.length]!;
}
