/** What tells whether a leg that was never reported as gone is still there. */
interface LegOnNode {
  serviceName: string;
  node: string;
  connectedAt: Date | null;
  joinedAt: Date | null;
}

/** The last moment at which a node reported that nobody was left in a conference on it. */
export interface ConferenceEnd {
  serviceName: string;
  node: string;
  endedAt: Date;
}

/**
 * The legs without those whose disconnect was lost: a node tells that a conference ended when the last participant left
 * it there (event-sink.md §3), so whoever came before that is gone. Both times are by that node's clock. Who joined after
 * it is there: while the PIN is asked, a leg may be older than the conference that it then enters.
 */
export function legsStillThere<Leg extends LegOnNode>(legs: readonly Leg[], ends: readonly ConferenceEnd[]): Leg[] {
  const endByPlace = new Map(ends.map((end) => [placeOf(end), end.endedAt]));
  return legs.filter((leg) => {
    const endedAt = endByPlace.get(placeOf(leg));
    const arrivedAt = leg.joinedAt ?? leg.connectedAt;
    return !endedAt || !arrivedAt || arrivedAt >= endedAt;
  });
}

function placeOf({ serviceName, node }: { serviceName: string; node: string }): string {
  return JSON.stringify([serviceName, node]);
}
