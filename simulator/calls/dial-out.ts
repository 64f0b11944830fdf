import type { Role } from '../conference/conference-state';
import type { LiveConference } from '../conference/live-conference';
import type { Deployment } from '../deployment';
import { lookUpService } from '../policy/look-up-service';
import { configuredAlias } from '../policy/own-database';
import { roomOf } from '../policy/to-conference-service';
import { admitCall } from './admit-call';
import type { DialledCall } from './dialled-call';
import { policyOf } from './policy-of';

/** What clients are told of every call that does not come about (client-api.md §7). */
const failed = 'Gateway dial out failed';

/** The conference that calls: the one of that name, else one that somebody reached by the alias. */
function runningConference(
  deployment: Deployment,
  alias: string,
  name: string | undefined,
): LiveConference | undefined {
  if (name !== undefined) return deployment.conferenceNamed(name);
  return deployment.conferences.find(({ state }) =>
    [...state.participants.values()].some(
      ({ localAlias, nodeIp }) => configuredAlias(localAlias, nodeIp) === configuredAlias(alias, nodeIp),
    ),
  );
}

interface OutgoingCall {
  /** Service name, when the alias alone does not tell which conference calls. */
  conference?: string | undefined;
  role: Role;
}

/**
 * A conference calls somebody, who answers at once. Policy is asked with the names of the running service and has to
 * describe that very service; it cannot change the participant, who is therefore not asked about (policy-api.md §2).
 */
export async function dialOut(deployment: Deployment, call: DialledCall, outgoing: OutgoingCall): Promise<void> {
  const refuse = (reason: string) => deployment.calls.finish(call, 'refused', reason);
  const { caller } = call;
  const running = runningConference(deployment, caller.localAlias, outgoing.conference)?.state.service ?? null;
  const found = await lookUpService(policyOf(deployment, call), caller, running);
  const service = found.type === 'found' ? roomOf(found.service) : null;
  if (!service) return refuse(failed);
  if (running && service.name !== running.name) {
    deployment.log(`policy ${caller.node.ip}: a call out of one service was answered with another`);
    return refuse(failed);
  }
  if (deployment.isFull(service)) return refuse('Participant limit reached');
  await admitCall(deployment, call, { service, role: outgoing.role, overrides: {} });
}
