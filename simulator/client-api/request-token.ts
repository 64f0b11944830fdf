import { randomUUID } from 'node:crypto';
import type { ConferenceService } from '../conference/conference-service';
import type { Participant, Role } from '../conference/conference-state';
import { decidePin } from '../conference/pin';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { HttpReply, HttpRequest } from '../http/http-exchange';
import { lookUpService } from '../policy/look-up-service';
import { askParticipantProperties, type Overrides } from '../policy/participant-policy';
import { participantParameters, type Caller } from '../policy/policy-parameters';
import { toConferenceService } from '../policy/to-conference-service';
import { joinBodySchema, type JoinBody } from './join-body';
import { nextStep, refusal, success, unknownAlias } from './replies';
import { tokenResult, wireVersion } from './token-result';

function toCaller(node: ConferencingNode, alias: string, body: JoinBody, request: HttpRequest): Caller {
  return {
    node,
    localAlias: alias,
    displayName: body.display_name ?? '',
    callTag: body.call_tag ?? '',
    remoteAddress: request.remoteAddress,
    remotePort: request.remotePort,
    vendor: request.headers['user-agent'] ?? '',
    supportsDirectMedia: body.direct_media ?? false,
  };
}

/** The conference behind an alias, or the reply that ends the attempt. A Virtual Reception asks for an extension. */
async function findConference(deployment: Deployment, caller: Caller, extension: string | undefined) {
  let service = await lookUpService(deployment.policy, caller);
  if (service?.service_type === 'two_stage_dialing') {
    if (!extension) {
      return { reply: nextStep({ conference_extension: 'required', conference_extension_type: 'standard' }) };
    }
    service = await lookUpService(deployment.policy, { ...caller, localAlias: extension }, 'two_stage_dialing');
  }
  if (!service) return { reply: unknownAlias };
  if (service.service_type !== 'conference' && service.service_type !== 'lecture') {
    // Gateways, films and test calls lead to other systems, which this one does not have.
    return { reply: refusal(403, 'Resource unavailable') };
  }
  return { service: toConferenceService(service) };
}

function isFull(deployment: Deployment, { name, participantLimit }: ConferenceService): boolean {
  const count = deployment.conferenceNamed(name)?.state.participants.size ?? 0;
  return participantLimit !== null && count >= participantLimit;
}

function toParticipant(uuid: string, caller: Caller, body: JoinBody, role: Role, overrides: Overrides): Participant {
  const displayName = overrides.displayName ?? caller.displayName;
  const now = Date.now();
  return {
    uuid,
    displayName,
    overlayText: displayName,
    localAlias: caller.localAlias,
    callTag: overrides.callTag ?? caller.callTag,
    role: overrides.role ?? role,
    nodeIp: caller.node.ip,
    location: caller.node.location,
    remoteAddress: caller.remoteAddress,
    remotePort: caller.remotePort,
    vendor: caller.vendor,
    joinedAt: now,
    isAdmitted: false,
    waitingSince: now,
    bypassesLock: overrides.bypassesLock ?? false,
    isMuted: false,
    isClientMuted: false,
    isVideoMuted: false,
    buzzedAt: 0,
    spotlightAt: 0,
    receivesPresentation: overrides.receivesPresentation ?? true,
    supportsDirectChat: body.supports_direct_chat ?? false,
    call: null,
    slidesCalls: { send: null, receive: null },
  };
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
  if (isFull(deployment, service)) return full;

  const uuid = randomUUID();
  const joining = { service, participantUuid: uuid, role: pin.role, bypassesLock: false };
  const properties = await askParticipantProperties(deployment.policy, participantParameters(caller, joining, 'api'));
  if (properties.type === 'rejected') return refusal(403, properties.reason);
  // Asked again, because others may have come in while policy was thinking.
  if (isFull(deployment, service)) return full;
  return join(deployment, service, toParticipant(uuid, caller, body, pin.role, properties.overrides));
}
