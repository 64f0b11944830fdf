import { mainNameOf } from '@/lib/conferences/room-name';
import { PARTICIPANT_GONE, PARTICIPANT_SEEN } from '@/lib/events/applied-events';
import type { EndedLeg } from '@/lib/management/ended-legs';
import { conversationOf } from '@/lib/management/participants';
import { SAME_MOMENT_MS } from './moments';
import type { Observation } from './observations';

// Who came and went while nobody told us: a sink that was stopped, a node that crashed, Mayfly itself away. Pure.

/** A leg that was in a conference, and has left it. */
export type PastStay = EndedLeg & { conference_name: string; end_time: Date };

/** What our rows know of them. */
export interface KnownPast {
  /** Service names of our meetings. */
  ours: ReadonlySet<string>;
  legIds: ReadonlySet<string>;
  /** By `stayKey`. */
  stays: ReadonlySet<string>;
  /** Those of which more than a browser's control leg is known. */
  staysOfPeople: ReadonlySet<string>;
}

/** Who, where: a browser's legs may have other ids in history than in events, and the same conversation (event-sink.md §3). */
export function stayKey(mainName: string, conversationId: string): string {
  return `${mainName}\n${conversationId}`;
}

/** Those that say where they were, and left so long ago that their nodes' own reports would be here. */
export function pastStays(legs: readonly EndedLeg[], askedAt: Date): PastStay[] {
  const latest = askedAt.getTime() - SAME_MOMENT_MS;
  return legs.filter(
    (leg): leg is PastStay =>
      leg.conference_name !== undefined && leg.end_time !== undefined && leg.end_time.getTime() < latest,
  );
}

/** The legs in meetings of ours of people who were never reported there, or of whom a control leg alone was. */
export function missedLegs(past: readonly PastStay[], { ours, legIds, stays, staysOfPeople }: KnownPast): PastStay[] {
  return past.filter((leg) => {
    const mainName = mainNameOf(leg.conference_name);
    const known = leg.has_media === true ? staysOfPeople : stays;
    return ours.has(mainName) && !legIds.has(leg.id) && !known.has(stayKey(mainName, conversationOf(leg)));
  });
}

/**
 * Each as two events of its node: it was seen, and is gone. They have no time of ours, so that found twice they are the same
 * events; and what its node reports of it later wins by the rules that hold for every leg.
 */
export function observeMissed(legs: readonly PastStay[]): Observation[] {
  return legs.flatMap((leg): Observation[] => {
    const { id: uuid, call_uuid, conference_name: conference, remote_alias, start_time, end_time, ...rest } = leg;
    const { disconnect_reason, media_node, signalling_node, ...data } = rest;
    const node = media_node ?? signalling_node ?? 'unknown';
    const cameAt = secondsOf(start_time ?? end_time);
    const leftAt = secondsOf(end_time);
    const here = { ...data, uuid, call_id: call_uuid, conference, source_alias: remote_alias, connect_time: cameAt };
    const gone = { uuid, conference, end_time: leftAt, disconnect_reason };
    const of = { node, seq: 0, version: 2 } as const;
    return [
      { event: PARTICIPANT_SEEN, ...of, time: cameAt, data: here },
      // Behind whatever the node itself has to say of the stay.
      { event: PARTICIPANT_GONE, ...of, time: leftAt + SAME_MOMENT_MS / 1000, data: gone },
    ];
  });
}

function secondsOf(time: Date): number {
  return time.getTime() / 1000;
}
