import type { ConferenceState, Participant } from './conference-state';
import { legsIn } from './legs';
import { partKey, type Part } from './rooms';

function hasAdmittedHost(state: ConferenceState): boolean {
  return [...state.participants.values()].some(({ role, isAdmitted }) => role === 'chair' && isAdmitted);
}

/**
 * Whether someone in the waiting room may go in now. A lock holds guests; where the service has no host PIN everyone is
 * a host, so there it holds all but the first. Guests also wait for a host or for `start_conference`.
 */
export function mayEnter(state: ConferenceState, participant: Participant): boolean {
  const isHeldByLock = state.isLocked && !participant.bypassesLock;
  if (participant.role === 'chair') {
    return !isHeldByLock || state.service.pin !== null || !hasAdmittedHost(state);
  }
  return !isHeldByLock && (state.isStartedByHand || hasAdmittedHost(state));
}

/** Lets in whoever may enter. Who is in stays in: a later lock or a host's leaving never moves anyone back to waiting. */
function admitThoseWhoMay(state: ConferenceState): ConferenceState {
  let settled = state;
  // Hosts first, because a host who enters is what guests wait for.
  for (const role of ['chair', 'guest'] as const) {
    for (const participant of state.participants.values()) {
      if (participant.role !== role || participant.isAdmitted || !mayEnter(settled, participant)) continue;
      const participants = new Map(settled.participants).set(participant.uuid, { ...participant, isAdmitted: true });
      settled = { ...settled, participants };
    }
  }
  return settled;
}

function withParts(state: ConferenceState, now: number): ConferenceState {
  const parts = new Map<string, Part>();
  for (const { participant, leg } of legsIn(state)) {
    const { nodeIp } = participant;
    const key = partKey(nodeIp, leg.room);
    parts.set(key, state.parts.get(key) ?? { nodeIp, room: leg.room, startedAt: now });
  }
  return { ...state, parts };
}

function withHostlessClock(state: ConferenceState, now: number): ConferenceState {
  const hasGuestsInside = [...state.participants.values()].some(
    ({ role, isAdmitted }) => role === 'guest' && isAdmitted,
  );
  const isHostless = hasGuestsInside && !hasAdmittedHost(state);
  return { ...state, hostlessSince: isHostless ? (state.hostlessSince ?? now) : null };
}

/** Brings what follows from the list of participants up to date; called after every change. */
export function settle(state: ConferenceState, now: number): ConferenceState {
  return withHostlessClock(withParts(admitThoseWhoMay(state), now), now);
}
