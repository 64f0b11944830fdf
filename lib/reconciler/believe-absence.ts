import { saysNodeLost } from '@/lib/management/alarms';
import type { Listing } from './listing';
import { SAME_MOMENT_MS } from './moments';

/** Where the alarms cannot be read: a node that told us something within this time may be one that is lost. */
const HEARD_LATELY_MS = 10 * 60 * 1000;

/**
 * Tells for a node whether what the lists do not have of it is over. While the Management Node has lost a node, it lists
 * nothing that the node carries, and calls go on there all the same. So absence is not believed of one that is not in the
 * lists at all, and that has told us something since: it runs, and only the Management Node does not hear it.
 */
export function absenceBeliever(
  { places, alarms, askedAt }: Pick<Listing, 'places' | 'alarms' | 'askedAt'>,
  nodesHeardAt: ReadonlyMap<string, Date>,
): (node: string) => boolean {
  const lost = alarms?.filter(saysNodeLost).map(({ raisedAt }) => raisedAt?.getTime() ?? 0);
  if (lost?.length === 0) return () => true;
  // Which one is lost, the alarm says by a name that events may not have; the oldest is the most careful guess.
  const lostAt = lost ? Math.min(...lost) : askedAt.getTime() - HEARD_LATELY_MS;
  // What a node sent just before it crashed arrives about the time of the alarm.
  const isHeardSince = (node: string) => (nodesHeardAt.get(node)?.getTime() ?? 0) > lostAt + SAME_MOMENT_MS;
  const listed = new Set(places?.map(({ node }) => node));
  return (node) => listed.has(node) || !isHeardSince(node);
}
