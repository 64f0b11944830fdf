import type { EndKnownBy, LegRow } from '@/lib/conferences/leg';
import type { StoredEvent } from './event-order';
import { credibleStarts, type ReceivedEvent, type SinkStart } from './sink-starts';
import { bySubject } from './subjects';

// Which rows a batch of events can change. Pure: the projector asks its tables by these, the property tests their maps.

type Events = Map<string, StoredEvent[]>;

/** What a batch tells of, by subject, and where a sink began: what that node carried may have ended with it. */
export interface Touched {
  conferences: Events;
  media: Events;
  legs: Events;
  starts: SinkStart[];
}

export function touchedBy(events: readonly ReceivedEvent[]): Touched {
  const subjects = [...bySubject(events)];
  const ofKind = (kind: string) => new Map(subjects.filter(([subject]) => subject.startsWith(kind)));
  return {
    conferences: ofKind('conference:'),
    media: ofKind('media:'),
    legs: ofKind('leg:'),
    starts: credibleStarts(events),
  };
}

/** Conferences that a start of this node's sink may have ended there. */
export interface InDoubt {
  node: string;
  mainNames: readonly string[];
}

/** Rows that have, in each of these fields, one of these values. */
export type Match<Row> = { readonly [Field in keyof Row]?: readonly Row[Field][] };

export function isMatch<Row extends object>(row: Row, match: Match<Row>): boolean {
  return (Object.keys(match) as (keyof Row)[]).every((field) => match[field]?.includes(row[field]));
}

const UNREPORTED: readonly (EndKnownBy | null)[] = [null, 'conference_ended', 'node_restarted', 'not_listed'];

/**
 * The legs to look at again besides those that the batch tells of: whose end nobody reported, where a start may have ended it or
 * their conference has another end there; and those gone with a sink's start of whose media it tells.
 *
 * @param places nodes' shares of conferences that have another end now
 * @param withMedia legs of whose media the batch tells, as they were before it
 */
export function legsTouched(
  inDoubt: InDoubt | null,
  places: readonly Pick<LegRow, 'serviceName' | 'mainName' | 'node'>[],
  withMedia: readonly Pick<LegRow, 'id' | 'endKnownBy'>[],
): Match<LegRow>[] {
  const revived = withMedia.filter(({ endKnownBy }) => endKnownBy === 'node_restarted').map(({ id }) => id);
  return [
    ...(inDoubt ? [{ mainName: inDoubt.mainNames, node: [inDoubt.node], endKnownBy: UNREPORTED }] : []),
    ...places.map(({ serviceName, mainName, node }) => ({
      ...{ mainName: [mainName], serviceName: [serviceName], node: [node] },
      endKnownBy: UNREPORTED,
    })),
    ...(revived.length > 0 ? [{ id: revived }] : []),
  ];
}
