import type { Deployment } from '../deployment';
import type { PolicySurroundings } from '../policy/consult';
import type { DialledCall } from './dialled-call';

/** Policy as asked for one call, which keeps what was asked and answered. */
export function policyOf(deployment: Deployment, call: DialledCall): PolicySurroundings {
  return { ...deployment.policy, onAsked: (record) => call.records.push(record) };
}
