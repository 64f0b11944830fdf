import { jsonWire, type WireResponse } from '@/lib/http/wire';
import type { ParticipantDecision } from './decide-participant';
import type { ServiceDecision } from './decide-service-configuration';
import { serviceConfigurationOf } from './service-configuration';

// Decisions, written as nodes read them (policy-api.md §1). `decision` and `reason` are keys of ours: a node ignores
// them, but writes them to its support log, where an administrator looks for why someone was refused.

export function writeServiceDecision(decision: ServiceDecision, decisionId: string): WireResponse {
  const ours = { reason: decision.reason, decision: decisionId };
  switch (decision.action) {
    case 'configure':
      return jsonWire(200, {
        status: 'success',
        action: 'continue',
        result: serviceConfigurationOf(decision.meeting),
        ...ours,
      });
    case 'reject':
      // Without a result: a node that finds a valid one admits the caller whatever the action says.
      return jsonWire(200, { status: 'success', action: 'reject', ...ours });
    case 'continue':
      return jsonWire(200, { status: 'success', action: 'continue', ...ours });
  }
}

export function writeParticipantDecision(decision: ParticipantDecision, decisionId: string): WireResponse {
  const ours = { reason: decision.reason, decision: decisionId };
  if (decision.action === 'continue') return jsonWire(200, { status: 'success', action: 'continue', ...ours });
  if (decision.action === 'reject') {
    const result = { reject_reason: decision.sentence };
    return jsonWire(200, { status: 'success', action: 'reject', result, ...ours });
  }
  const { displayName, role, isAgent } = decision.ticket;
  const result = {
    remote_display_name: displayName,
    // Never "guest": someone may hold a guest's ticket and know the PIN, and must not be demoted (policy-api.md §5).
    ...(role === 'host' ? { preauthenticated_role: 'chair' } : {}),
    ...(isAgent ? { bypass_lock: true } : {}),
  };
  return jsonWire(200, { status: 'success', action: 'continue', result, ...ours });
}

/** "No opinion", as Pexip's own sample says it; for media location it is the only safe form (policy-api.md §1). */
export function noOpinion(decisionId: string): WireResponse {
  return jsonWire(404, { status: 'success', action: 'continue', reason: 'no opinion', decision: decisionId });
}

/** We cannot decide: said at once, so that the node falls back now and not after its five seconds. */
export function cannotDecide(decisionId: string): WireResponse {
  return jsonWire(503, { status: 'failed', reason: 'database not reachable', decision: decisionId });
}
