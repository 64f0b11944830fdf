import { mainNameOf } from '@/lib/conferences/room-name';
import { PARTICIPANT_GONE, PARTICIPANT_SEEN } from '@/lib/events/applied-events';
import type { EndedLeg } from '@/lib/management/ended-legs';
import { conversationOf } from '@/lib/management/participants';
import { unixSeconds } from '@/lib/unix-seconds';
import type { KnownLeg } from './known';
import { SAME_MOMENT_MS } from './moments';
import type { Observation } from './observations';

// Who came and went while nobody told us: a sink that was stopped, a node that crashed, Mayfly itself away. Pure.

/** A leg that was in a conference, and has left it. */
export type PastStay = EndedLeg & { conference_name: string; end_time: Date };

/** One that nobody reported there, and when it was last heard of in another meeting; null when it never was in one. */
export type MissedLeg = PastStay & { movedAfter: Date | null };

/** What our rows know of them. */
export interface KnownPast {
  /** Service names of our meetings. */
  ours: ReadonlySet<string>;
  /** By id, each as it is now. */
  legs: ReadonlyMap<string, KnownPastLeg>;
  /** By `stayKey`. */
  stays: ReadonlySet<string>;
  /** Those of which more than a browser's control leg is known. */
  staysOfPeople: ReadonlySet<string>;
}

/** A leg of ours, where it was last and when it was last heard of. */
export type KnownPastLeg = Pick<KnownLeg, 'mainName' | 'heardAt' | 'connectedAt' | 'disconnectedAt' | 'endKnownBy'>;

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

/**
 * The legs in meetings of ours of people who were never reported there, or of whom a control leg alone was. One that we know
 * elsewhere was moved: what it was heard of before is what its other meeting has of it.
 */
export function missedLegs(past: readonly PastStay[], { ours, legs, stays, staysOfPeople }: KnownPast): MissedLeg[] {
  return past.flatMap((leg): MissedLeg[] => {
    const mainName = mainNameOf(leg.conference_name);
    const known = leg.has_media === true ? staysOfPeople : stays;
    if (!ours.has(mainName) || known.has(stayKey(mainName, conversationOf(leg)))) return [];
    const own = legs.get(leg.id);
    if (!own) return [{ ...leg, movedAfter: null }];
    return mayHaveMoved(own, leg) ? [{ ...leg, movedAfter: heardOf(own) }] : [];
  });
}

/** Known somewhere else, of which its node did not say that it ended there, or which connected again well after that end. */
function mayHaveMoved(own: KnownPastLeg, { conference_name, start_time, end_time }: PastStay): boolean {
  if (own.mainName === mainNameOf(conference_name)) return false;
  if (own.endKnownBy === 'reported') {
    return Number(start_time) > Number(own.disconnectedAt) + SAME_MOMENT_MS;
  }
  const heardAt = heardOf(own);
  return heardAt === null || heardAt <= end_time;
}

const heardOf = ({ heardAt, connectedAt }: KnownPastLeg) => heardAt ?? connectedAt;

/**
 * Each as two events of its node: it was seen, and is gone. They have no time of ours, so that found twice they are the same
 * events; and what its node reports of it later wins by the rules that hold for every leg.
 */
export function observeMissed(legs: readonly MissedLeg[]): Observation[] {
  return legs.flatMap((leg): Observation[] => {
    const {
      id: uuid,
      call_uuid,
      conference_name: conference,
      remote_alias,
      start_time,
      end_time,
      movedAfter,
      ...rest
    } = leg;
    const { disconnect_reason, media_node, signalling_node, ...data } = rest;
    const node = media_node ?? signalling_node ?? 'unknown';
    const cameAt = unixSeconds(laterOf(start_time ?? end_time, movedAfter));
    const leftAt = unixSeconds(end_time);
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

/** A moment behind, so that what was heard last does not move it back. */
function laterOf(time: Date, heardAt: Date | null): Date {
  return new Date(Math.max(time.getTime(), heardAt ? heardAt.getTime() + 1 : 0));
}
