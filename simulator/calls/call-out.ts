import type { Role } from '../conference/conference-state';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { DialProtocol } from '../policy/caller';
import { dialBodySchema } from './dial-body';
import { dialOut } from './dial-out';
import type { DialledCall } from './dialled-call';
import { toCaller } from './dialled-caller';

interface CallOut {
  /** The node that calls. */
  node: ConferencingNode;
  /** The conference's own side. */
  alias: string;
  /** Service name, when the alias alone does not tell which conference calls. */
  conference?: string;
  destination: string;
  protocol: DialProtocol;
  role: Role;
  displayName: string;
  isAudioOnly: boolean;
  isStreaming: boolean;
}

/** Has a conference call somebody. The call is there at once; `outcome` is when it has come about, or has not. */
export function callOut(deployment: Deployment, wanted: CallOut): { call: DialledCall; outcome: Promise<void> } {
  const { node, alias, conference, destination, isAudioOnly, isStreaming } = wanted;
  const outgoing = dialBodySchema.parse({
    alias,
    conference,
    callerAlias: destination,
    displayName: wanted.displayName,
    direction: 'dial_out',
    protocol: wanted.protocol,
    role: wanted.role,
    streaming: isStreaming,
    remoteAddress: '',
    remotePort: 0,
  });
  const isRegistered = deployment.registrations.find(destination) !== undefined;
  const caller = toCaller(outgoing, { node, isRegistered, address: '', port: 0 });
  const call = deployment.calls.open(caller, { isAudioOnly, isStreaming });
  return { call, outcome: dialOut(deployment, call, outgoing) };
}
