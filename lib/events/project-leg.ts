import { LEG_EVENTS } from './applied-events';
import { dateOf, earliest, inEventOrder, type StoredEvent } from './event-order';
import { isOutside, LegData } from './leg-data';

/** One leg of one participant, as far as its events tell. */
export interface LegRow {
  id: string;
  conversationId: string;
  serviceName: string;
  node: string;
  displayName: string | null;
  protocol: string | null;
  callTag: string | null;
  role: 'host' | 'guest' | null;
  stage: string | null;
  hasMedia: boolean;
  isMuted: boolean;
  isStreaming: boolean;
  connectedAt: Date | null;
  joinedAt: Date | null;
  disconnectedAt: Date | null;
  disconnectReason: string | null;
}

/**
 * The row that a leg's events add up to: a pure function of the set, whatever the order of arrival. Null while no event
 * has named the conference; what is known is then applied together with the event that does. A leg that came back has the
 * times of its latest stay.
 */
export function projectLeg(id: string, events: readonly StoredEvent[]): LegRow | null {
  const row = blankLeg(id);
  const mutes: Mutes = { isMutedByHost: false, isMutedThemselves: false };
  let disconnectTime = -Infinity;
  for (const { envelope } of inEventOrder(events)) {
    if (!LEG_EVENTS.has(envelope.event)) continue;
    const data = LegData.parse(envelope.data);
    const isDisconnect = envelope.event === 'participant_disconnected';
    // Only a later connect brings someone back: updates are still sent while a leg is taken down.
    const isBack = envelope.event === 'participant_connected' && envelope.time > disconnectTime;
    if (isBack && row.disconnectedAt) Object.assign(row, NEVER);
    row.node = envelope.node;
    merge(row, data);
    mergeMutes(mutes, data);
    noteArrival(row, data, isDisconnect ? null : envelope.time);
    if (isDisconnect) {
      disconnectTime = envelope.time;
      row.disconnectedAt = dateOf(data.endTime ?? envelope.time);
      row.disconnectReason = data.disconnectReason ?? row.disconnectReason;
    }
  }
  // By a host or by their own button: to the desk it is the same, they are not heard.
  row.isMuted = mutes.isMutedByHost || mutes.isMutedThemselves;
  return row.serviceName === '' ? null : row;
}

/** Two facts on the wire, each with updates of its own. */
interface Mutes {
  isMutedByHost: boolean;
  isMutedThemselves: boolean;
}

function mergeMutes(mutes: Mutes, data: LegData): void {
  mutes.isMutedByHost = data.isMutedByHost ?? mutes.isMutedByHost;
  mutes.isMutedThemselves = data.isMutedThemselves ?? mutes.isMutedThemselves;
}

const NEVER = { connectedAt: null, joinedAt: null, disconnectedAt: null, disconnectReason: null };

function blankLeg(id: string): LegRow {
  const unknown = { displayName: null, protocol: null, callTag: null, role: null, stage: null };
  const flags = { hasMedia: false, isMuted: false, isStreaming: false };
  return { id, conversationId: id, serviceName: '', node: '', ...unknown, ...flags, ...NEVER };
}

/** Key by key: whether an update carries everything or only what changed is disputed (event-sink.md §3). */
function merge(row: LegRow, data: LegData): void {
  row.conversationId = data.conversationId ?? row.conversationId;
  row.serviceName = data.serviceName ?? row.serviceName;
  row.displayName = data.displayName ?? row.displayName;
  row.protocol = data.protocol ?? row.protocol;
  row.callTag = data.callTag ?? row.callTag;
  row.role = data.role ?? row.role;
  row.stage = data.stage ?? row.stage;
  row.hasMedia = data.hasMedia ?? row.hasMedia;
  row.isStreaming = data.isStreaming ?? row.isStreaming;
}

/**
 * Connected is the first we know of the leg. Joined is when it was first inside the meeting: SIP shows that sometimes only
 * in its disconnect (event-sink.md §5), whose own time says nothing about it.
 */
function noteArrival(row: LegRow, data: LegData, time: number | null): void {
  const connectTime = data.connectTime === undefined ? null : dateOf(data.connectTime);
  const seenAt = time === null ? null : dateOf(time);
  row.connectedAt = earliest(row.connectedAt, earliest(connectTime, seenAt));
  if (data.stage !== undefined && !isOutside(data.stage)) row.joinedAt ??= seenAt ?? connectTime;
}
