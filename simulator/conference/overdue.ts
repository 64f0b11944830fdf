import type { ConferenceAction } from './reduce-conference';
import type { ConferenceState } from './conference-state';

export interface WaitLimits {
  /** How long guests go on without any host. */
  hostlessMs: number;
  /** How long someone may be in the waiting room. */
  waitingMs: number;
}

/** What time alone demands of a conference at `now`: hostless guests and endless waiters are put out. */
export function overdueActions(state: ConferenceState, limits: WaitLimits, now: number): ConferenceAction[] {
  const actions: ConferenceAction[] = [];
  if (state.hostlessSince !== null && now - state.hostlessSince >= limits.hostlessMs) {
    actions.push({ type: 'guests-left', reason: 'All conference hosts departed hosted conference' });
  }
  for (const { uuid, isAdmitted, waitingSince } of state.participants.values()) {
    if (isAdmitted || now - waitingSince < limits.waitingMs) continue;
    const reason = 'Timeout waiting for conference host to join or permit access to locked conference';
    actions.push({ type: 'left', uuid, reason });
  }
  return actions;
}
