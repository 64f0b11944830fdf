import type { Deployment } from '../deployment';
import type { DialledCall } from './dialled-call';

function whereabouts(deployment: Deployment, { id, stage }: DialledCall) {
  if (stage.type === 'over') {
    return { outcome: stage.outcome, reason: stage.reason, conference: stage.conferenceName, role: null };
  }
  if (stage.type !== 'joined') return { outcome: stage.type, reason: null, conference: null, role: null };
  const participant = deployment.conference(stage.conferenceId)?.state.participants.get(id);
  return {
    outcome: participant?.isAdmitted ? 'in-conference' : 'waiting-room',
    reason: null,
    conference: stage.conferenceName,
    role: participant?.role ?? stage.role,
  };
}

/** A call as the simulator's own API shows it, with all that policy was asked for it. */
export function describeCall(deployment: Deployment, call: DialledCall) {
  const { id, caller, stage, contradictions, records } = call;
  return {
    id,
    ...whereabouts(deployment, call),
    pinAttemptsLeft: stage.type === 'awaiting-pin' ? stage.attemptsLeft : null,
    node: caller.node.ip,
    location: caller.node.location,
    protocol: caller.protocol,
    direction: caller.direction,
    trigger: caller.trigger,
    localAlias: caller.localAlias,
    callerAlias: caller.remoteAlias,
    contradictions,
    policy: records,
  };
}
