import { randomUUID } from 'node:crypto';
import type { ConferenceService } from '../conference/conference-service';
import type { Participant } from '../conference/conference-state';
import { newParticipant } from '../conference/new-participant';
import { decidePin } from '../conference/pin';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { HttpReply, HttpRequest } from '../http/http-exchange';
import { plainDetails, type Caller } from '../policy/caller';
import { lookUpService } from '../policy/look-up-service';
import { askParticipantProperties } from '../policy/participant-policy';
import { participantParameters } from '../policy/policy-parameters';
import { roomOf } from '../policy/to-conference-service';
import { joinBodySchema, type JoinBody } from './join-body';
import { nextStep, refusal, success, unknownAlias } from './replies';
import { tokenResult, wireVersion } from './token-result';

function toCaller(node: ConferencingNode, alias: string, body: JoinBody, request: HttpRequest): Caller {
  return {
    node,
    protocol: 'api',
    trigger: 'web',
    direction: 'dial_in',
    localAlias: alias,
    remoteAlias: body.display_name ?? '',
    displayName: body.display_name ?? '',
    callTag: body.call_tag ?? '',
    remoteAddress: request.remoteAddress,
    remotePort: request.remotePort,
    vendor: request.headers['user-agent'] ?? '',
    supportsDirectMedia: body.direct_media ?? false,
    details: plainDetails,
  };
}

/** The conference behind an alias, or the reply that ends the attempt. A Virtual Reception asks for an extension. */
async function findConference(deployment: Deployment, caller: Caller, extension: string | undefined) {
  let found = await lookUpService(deployment.policy, caller);
  if (found.type === 'found' && found.service.service_type === 'two_stage_dialing') {
    if (!extension) {
      return { reply: nextStep({ conference_extension: 'required', conference_extension_type: 'standard' }) };
    }
    const onward = { ...caller, localAlias: extension, trigger: 'two_stage_dialing' };
    found = await lookUpService(deployment.policy, onward);
  }
  // Only SIP callers are ever redirected.
  if (found.type !== 'found') return { reply: unknownAlias };
  const service = roomOf(found.service);
  // Gateways, films and test calls lead to other systems, which this one does not have; nor has it breakouts.
  return service ? { service } : { reply: refusal(403, 'Resource unavailable') };
}

function join(deployment: Deployment, service: ConferenceService, participant: Participant): HttpReply {
  const conference = deployment.conferenceFor(service, participant.joinedAt);
  conference.dispatch({ type: 'joined', participant }, participant.joinedAt);
  const token = deployment.tokens.issue(participant.uuid, conference.state.id, participant.joinedAt);
  const settled = conference.state.participants.get(participant.uuid) ?? participant;
  return success(tokenResult(conference.state, settled, token, deployment.settings.tokenSeconds));
}

/** `POST request_token`: service, PIN, room, participant, in the order in which a node asks (policy-api.md §2). */
export async function requestToken(
  deployment: Deployment,
  node: ConferencingNode,
  alias: string,
  request: HttpRequest,
): Promise<HttpReply> {
  const body = joinBodySchema.parse(request.body ?? {});
  const caller = toCaller(node, alias, body, request);
  const found = await findConference(deployment, caller, body.conference_extension);
  if (found.reply) return found.reply;
  const { service } = found;

  const typed = request.headers.pin;
  const pin = decidePin(service, typeof typed === 'string' ? typed : null);
  if (pin.type === 'wrong-pin') return refusal(403, 'Invalid PIN');
  if (pin.type === 'pin-required') {
    return nextStep({ pin: 'required', guest_pin: pin.guestPin, version: wireVersion });
  }
  const full = refusal(403, 'Participant limit reached');
  if (deployment.isFull(service)) return full;

  const uuid = randomUUID();
  const joining = { service, participantUuid: uuid, role: pin.role, bypassesLock: false };
  const properties = await askParticipantProperties(deployment.policy, participantParameters(caller, joining, 'api'));
  if (properties.type === 'rejected') return refusal(403, properties.reason);
  // Others may have come in, and the node may have crashed, while policy was thinking.
  if (deployment.isFull(service)) return full;
  if (deployment.isDown(node.ip)) return refusal(403, 'Signaling node disconnected');
  const supportsDirectChat = body.supports_direct_chat ?? false;
  const arrival = { uuid, caller, role: pin.role, overrides: properties.overrides, dialled: null, supportsDirectChat };
  return join(deployment, service, newParticipant(arrival, Date.now()));
}
