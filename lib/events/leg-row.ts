import type { LegRow } from '@/lib/conferences/leg';
import { mainNameOf } from '@/lib/conferences/room-name';
import { RINGING } from '@/lib/conferences/stage';
import { dateOf } from './event-order';
import { hostInsideSince, insideSince } from './inside-since';
import { isRinging } from './leg-arrival';
import { legEnd, type LegSurroundings } from './leg-end';
import type { LegState } from './leg-state';

/**
 * The leg's row, or null while no event has named its conference.
 *
 * @param around what is known of where the leg is, `state.serviceName` on `state.node`, and of its media
 */
export function legRow(id: string, state: LegState, around: LegSurroundings): LegRow | null {
  const { serviceName, isMutedByHost, isMutedThemselves } = state;
  if (serviceName === null) return null;
  const end = legEnd(state, around);
  return {
    id,
    conversationId: state.conversationId ?? state.callId ?? id,
    serviceName,
    mainName: mainNameOf(serviceName),
    node: state.node,
    displayName: state.displayName,
    formerNames: state.formerNames ?? [],
    address: state.address,
    protocol: state.protocol,
    callTag: state.callTag,
    role: state.role,
    stage: isRinging(state) ? RINGING : state.stage,
    hasMedia: state.hasMedia,
    // By a host or by their own button: to the desk it is the same, they are not heard.
    isMuted: isMutedByHost || isMutedThemselves,
    // Older releases do not say it, and nobody talks by RTMP: what still uses it sends a meeting elsewhere.
    isStreaming: state.isStreaming || state.protocol === 'RTMP',
    relatedIds: state.relatedIds,
    connectedAt: dateOrNull(state.connectedAt),
    joinedAt: dateOrNull(insideSince(state)),
    hostJoinedAt: dateOrNull(hostInsideSince(state)),
    heardAt: dateOrNull(state.heardAt),
    disconnectedAt: end?.at ?? null,
    disconnectReason: end?.reason ?? null,
    endKnownBy: end?.knownBy ?? null,
    mediaSince: dateOrNull(beganAt(state)),
    mediaUntil: null,
  };
}

/** When a stay began that was not the leg's first, in Unix seconds; null of the first. */
export function beganAt({ since, connectedAt }: Pick<LegState, 'since' | 'connectedAt'>): number | null {
  return since === undefined ? null : (connectedAt ?? since);
}

export function dateOrNull(seconds: number | null): Date | null {
  return seconds === null ? null : dateOf(seconds);
}
