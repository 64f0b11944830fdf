import { z } from 'zod';
import type { ConferenceNodeRow } from '@/lib/conferences/conference-facts';
import { mainNameOf } from '@/lib/conferences/room-name';
import { CONFERENCE_EVENTS, CONFERENCE_GONE } from './applied-events';
import { toldSeconds, type EventEnvelope } from './envelope';
import { dateOf } from './event-order';
import type { Fold } from './fold';
import { firstAfter } from './leg-end';

/** What one node's events about one service name have come to. Times are Unix seconds by the node's clock. */
export interface ConferenceNodeState {
  serviceName: string | null;
  node: string;
  serviceTag: string | null;
  startedAt: number | null;
  hasHost: boolean;
  isLocked: boolean;
  heardAt: number | null;
  /** The last reported end, of this life or of one before, when it was reported, and the start that it told. */
  ended: { time: number; at: number; startedAt?: number } | null;
  /** Whether that end is of this life. */
  isOver: boolean;
  /** When the Management Node listed it no more. */
  goneAt: number | null;
}

const ConferenceData = z.object({
  name: z.string(),
  tag: z.string().min(1).max(250).optional().catch(undefined),
  start_time: toldSeconds,
  end_time: toldSeconds,
  is_started: z.boolean().optional().catch(undefined),
  is_locked: z.boolean().optional().catch(undefined),
});

const NEW_LIFE = { serviceTag: null, startedAt: null, hasHost: false, isLocked: false, isOver: false, goneAt: null };

/**
 * How one node's events about one service name add up. A name may live again after it ended: the latest life counts, and of
 * those before only when the last of them ended. So nothing from before an end with a start after it is needed any more,
 * whatever else is told late, and it is deleted by its age (lib/retention/delete-former-lives-store.ts).
 */
export const conferenceNodeFold: Fold<ConferenceNodeState> = {
  begin: () => ({ serviceName: null, node: '', heardAt: null, ended: null, ...NEW_LIFE }),
  step(state, { envelope }) {
    if (!CONFERENCE_EVENTS.has(envelope.event)) return state;
    const data = ConferenceData.safeParse(envelope.data);
    if (!data.success) return state;
    const named = { ...state, serviceName: data.data.name, node: envelope.node };
    if (envelope.event !== CONFERENCE_GONE) return noteReport(named, data.data, envelope);
    return { ...named, goneAt: data.data.end_time ?? state.goneAt ?? envelope.time };
  },
};

function noteReport(
  before: ConferenceNodeState,
  data: z.output<typeof ConferenceData>,
  { event, time }: EventEnvelope,
): ConferenceNodeState {
  const isStart = event === 'conference_started';
  // An update with a start after the end belongs to a new life whose start has not reached us.
  const { start_time: lifeBegan } = data;
  const isAfterEnd = before.ended && lifeBegan !== undefined && lifeBegan > before.ended.time;
  const isNewLife = before.isOver && (isStart || isAfterEnd);
  // Where the node's clock was set back in between, a life's start may be later than its end, which told of that start.
  const isOver = before.ended !== null && lifeBegan === before.ended.startedAt && Number(lifeBegan) > before.ended.at;
  const life = isNewLife ? { ...before, ...NEW_LIFE, isOver } : before;
  const state = {
    ...life,
    serviceTag: data.tag ?? life.serviceTag,
    hasHost: data.is_started ?? life.hasHost,
    isLocked: data.is_locked ?? life.isLocked,
    startedAt: data.start_time ?? (isStart ? time : life.startedAt),
    heardAt: time,
    goneAt: null,
  };
  if (event !== 'conference_ended') return state;
  return { ...state, isOver: true, ended: { time, at: data.end_time ?? time, startedAt: lifeBegan } };
}

/**
 * The row of a node's share, or null while nothing was said.
 *
 * @param sinkStarts when the node's sink began, in any order: every row of `sink_start` of this node that tells
 */
export function conferenceNodeRow(state: ConferenceNodeState, sinkStarts: readonly Date[]): ConferenceNodeRow | null {
  const { serviceName, node, serviceTag, hasHost, isLocked } = state;
  if (serviceName === null) return null;
  const startedAt = state.startedAt === null ? null : dateOf(state.startedAt);
  const endedAt = endOf(state, startedAt, sinkStarts);
  return { serviceName, mainName: mainNameOf(serviceName), node, serviceTag, startedAt, endedAt, hasHost, isLocked };
}

/** When this node last told that it ended: by the event's own time, for the end that it tells may be some moments before. */
export function endToldAt({ ended }: ConferenceNodeState): Date | null {
  return ended && dateOf(ended.time);
}

/** Whether its end was told by nobody, and found by the Management Node's list. */
export function isEndFound({ isOver, goneAt }: ConferenceNodeState): boolean {
  return !isOver && goneAt !== null;
}

/** Before the start of a life that is under way, and not before the start of one that is over: so the two tell which. */
function endOf(state: ConferenceNodeState, startedAt: Date | null, sinkStarts: readonly Date[]): Date | null {
  const reported = state.ended && dateOf(state.ended.at);
  // Inferred, and undone by whatever is reported after it.
  const gone = state.goneAt === null ? null : dateOf(state.goneAt);
  const end = state.isOver ? reported : (gone ?? firstAfter(sinkStarts, state.heardAt));
  if (end) return startedAt && end < startedAt ? startedAt : end;
  if (!reported || !startedAt || reported < startedAt) return reported;
  return new Date(startedAt.getTime() - 1);
}
