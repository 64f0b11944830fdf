import type { LegRow } from './leg';

/**
 * A person's legs that tell where and how they are, the most telling first: those still there, those with media, then
 * what came last. Left out is what stands where the person is not (event-sink.md §5): a host's shadow in a breakout room,
 * and a leg that stayed in a room after its person was moved to another, of which no disconnect is sent.
 */
export function tellingLegs(legs: readonly LegRow[]): LegRow[] {
  const own = withoutShadows(legs).filter((leg) => !wasLeftBehind(leg, legs));
  return (own.length > 0 ? own : [...legs]).sort(
    (left, right) =>
      Number(isOpen(right)) - Number(isOpen(left)) ||
      Number(right.hasMedia) - Number(left.hasMedia) ||
      timeOf(right.connectedAt) - timeOf(left.connectedAt) ||
      (left.id < right.id ? -1 : 1),
  );
}

/** Without those that a host has in every breakout room. */
export function withoutShadows(legs: readonly LegRow[]): LegRow[] {
  const roomsWithMedia = new Set(legs.filter((leg) => leg.hasMedia).map((leg) => leg.serviceName));
  return legs.filter((leg) => leg.hasMedia || leg.serviceName === leg.mainName || roomsWithMedia.has(leg.serviceName));
}

export function isOpen(leg: LegRow): boolean {
  return leg.disconnectedAt === null;
}

/** Somebody's media is in one room at a time: the one it was heard from last. */
function wasLeftBehind(leg: LegRow, legs: readonly LegRow[]): boolean {
  if (!leg.hasMedia || leg.endKnownBy === 'reported') return false;
  return legs.some(
    (other) =>
      other.hasMedia &&
      other.protocol === leg.protocol &&
      other.serviceName !== leg.serviceName &&
      timeOf(other.heardAt) > timeOf(leg.heardAt),
  );
}

function timeOf(time: Date | null): number {
  return time?.getTime() ?? 0;
}
