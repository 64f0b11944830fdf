import type { EndKnownBy, LegRow } from '@/lib/conferences/leg';
import type { StoredEvent } from './event-order';
import { startsThatTell, type ReceivedEvent, type SinkStart } from './sink-starts';
import { bySubject } from './subjects';

// Which rows a batch of events can change. Pure: the projector asks its tables by these, the property tests their maps.

type Events = Map<string, StoredEvent[]>;

/** What a batch tells of, by subject, and the nodes where a sink began: what they carried may have ended with it. */
export interface Touched {
  conferences: Events;
  media: Events;
  legs: Events;
  starts: SinkStart[];
  restarted: string[];
}

/** @param infersFromStarts not where the Management Node can be asked who is still there */
export function touchedBy(events: readonly ReceivedEvent[], infersFromStarts: boolean): Touched {
  const subjects = [...bySubject(events)];
  const ofKind = (kind: string) => new Map(subjects.filter(([subject]) => subject.startsWith(kind)));
  const starts = infersFromStarts ? startsThatTell(events) : [];
  return {
    conferences: ofKind('conference:'),
    media: ofKind('media:'),
    legs: ofKind('leg:'),
    starts,
    restarted: [...new Set(starts.map(({ node }) => node))],
  };
}

/** Rows that have, in each of these fields, one of these values. */
export type Match<Row> = { readonly [Field in keyof Row]?: readonly Row[Field][] };

export function isMatch<Row extends object>(row: Row, match: Match<Row>): boolean {
  return (Object.keys(match) as (keyof Row)[]).every((field) => match[field]?.includes(row[field]));
}

const UNREPORTED: readonly (EndKnownBy | null)[] = [null, 'conference_ended', 'node_restarted', 'not_listed'];

/**
 * The legs to look at again besides those that the batch tells of: whose end nobody reported, where their node's sink began
 * or their conference has another end there; and those gone with a sink's start of whose media it tells.
 *
 * @param places nodes' shares of conferences that have another end now
 * @param withMedia legs of whose media the batch tells, as they were before it
 */
export function legsTouched(
  restarted: readonly string[],
  places: readonly Pick<LegRow, 'serviceName' | 'mainName' | 'node'>[],
  withMedia: readonly Pick<LegRow, 'id' | 'endKnownBy'>[],
): Match<LegRow>[] {
  const revived = withMedia.filter(({ endKnownBy }) => endKnownBy === 'node_restarted').map(({ id }) => id);
  return [
    ...(restarted.length > 0 ? [{ node: restarted, endKnownBy: UNREPORTED }] : []),
    ...places.map(({ serviceName, mainName, node }) => ({
      ...{ mainName: [mainName], serviceName: [serviceName], node: [node] },
      endKnownBy: UNREPORTED,
    })),
    ...(revived.length > 0 ? [{ id: revived }] : []),
  ];
}
