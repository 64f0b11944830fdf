import { attendanceOf, type Stay } from './attendance';
import type { Conference } from './conference';
import { endedBy } from './ended-by';
import type { Person } from './person';
import { earliestOf, latestOf } from './times';

/** One node's share of a conference or of one of its breakout rooms (the columns of `conference_node`). */
export interface ConferenceNodeRow {
  serviceName: string;
  mainName: string;
  node: string;
  serviceTag: string | null;
  /** Of its latest life. */
  startedAt: Date | null;
  /** When it last ended here. A new life keeps it: whoever came before it is gone even then. */
  endedAt: Date | null;
  hasHost: boolean;
  isLocked: boolean;
}

/**
 * What a conference came to, from everybody who was in it and every node that carried it or one of its rooms. Only who was
 * inside is counted: waiting for a host is not attending, and a page whose media never came is nobody (event-sink.md §5).
 *
 * @param broken the stays of those who were away for a while (stays-inside.ts)
 * @param hostJoinedAt when a host was first inside (host-joined.ts), which the people as they are now do not tell
 */
export function conferenceFacts(
  serviceName: string,
  nodes: readonly ConferenceNodeRow[],
  people: readonly Person[],
  broken: ReadonlyMap<string, readonly Stay[]> = new Map(),
  hostJoinedAt: Date | null = null,
): Conference {
  const counted = people.filter((person) => person.isCounted);
  const attended = counted.filter((person) => person.joinedAt !== null);
  const stays = attended.flatMap(
    ({ conversationId, joinedAt, leftAt }) =>
      broken.get(conversationId) ?? (joinedAt ? [{ from: joinedAt, until: leftAt }] : []),
  );
  const { peak, durationMs } = attendanceOf(stays);
  const firstJoinedAt = earliestOf(attended.map((person) => person.joinedAt));
  const endedAt = endOf(nodes, people);
  return {
    serviceName,
    // A node that carries it a second time tells the second start only.
    startedAt: earliestOf([...nodes.map((node) => node.startedAt), firstJoinedAt]),
    endedAt,
    hasHost: counted.some((person) => person.role === 'host' && person.leftAt === null && !person.isWaiting),
    isLocked: endedAt === null && isLocked(nodes.filter((node) => node.serviceName === serviceName)),
    firstArrivedAt: earliestOf(counted.map((person) => person.arrivedAt)),
    firstJoinedAt,
    hostJoinedAt,
    answeredAt: earliestOf(attended.map(({ agentId, joinedAt }) => (agentId === null ? null : joinedAt))),
    // Who is there and only waits again left the meeting itself.
    lastLeftAt: stays.some(({ until }) => until === null) ? null : latestOf(stays.map(({ until }) => until)),
    people: attended.length,
    peak,
    durationMs: attended.length > 0 ? durationMs : null,
    endedBy: endedAt === null ? null : endedBy(attended.length > 0 ? attended : people),
    worstQuality: Math.max(0, ...people.map((person) => person.worstQuality ?? 0)) || null,
  };
}

/** Over when every node that began has ended and nobody is there; null while it lasts, or when nothing ever began. */
function endOf(nodes: readonly ConferenceNodeRow[], people: readonly Person[]): Date | null {
  if (nodes.some(isCarried) || people.some((person) => person.leftAt === null)) return null;
  // The nodes know best. Where all their reports were lost, those who left are what there is.
  return latestOf(nodes.map((node) => node.endedAt)) ?? latestOf(people.map((person) => person.leftAt));
}

function isCarried({ startedAt, endedAt }: ConferenceNodeRow): boolean {
  return endedAt === null || (startedAt !== null && startedAt > endedAt);
}

function isLocked(nodes: readonly ConferenceNodeRow[]): boolean {
  // When none seems to carry it and somebody is there all the same, an end was inferred too early.
  const carrying = nodes.filter(isCarried);
  return (carrying.length > 0 ? carrying : nodes).some((node) => node.isLocked);
}
