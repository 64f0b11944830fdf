import type { Deployment } from '../deployment';
import type { DialledCall } from './dialled-call';

/** The device hangs up, at whatever point its call is. */
export function hangUp(deployment: Deployment, call: DialledCall): void {
  const reason = 'Call disconnected';
  const { stage } = call;
  if (stage.type === 'joined') {
    deployment.conference(stage.conferenceId)?.dispatch({ type: 'left', uuid: call.id, reason, isOwnWish: true });
  }
  // Whoever was in a conference has been finished by leaving it.
  deployment.calls.finish(call, 'ended', reason);
}
