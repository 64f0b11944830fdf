import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { MediaCall, Participant } from '../conference/conference-state';
import type { LiveConference } from '../conference/live-conference';
import type { Deployment } from '../deployment';
import { plainDetails, type Caller } from '../policy/caller';
import { askMediaLocation } from '../policy/media-location';
import { askParticipantProperties } from '../policy/participant-policy';
import { participantParameters } from '../policy/policy-parameters';
import type { ClientHandler, ClientRequest } from './client-request';
import { badBody, invalidToken, refusal, success } from './replies';
import { startSlidesCall } from './slides-call';

/** An SDP offer, new or renewed. Clients send more. */
export const offerSchema = z.looseObject({
  sdp: z.string().min(1),
  media_type: z.string().optional().catch(undefined),
  present: z.string().optional().catch(undefined),
});

/** A browser as policy parameters describe it; null when its node is gone. */
export function browserOf(deployment: Deployment, participant: Participant): Caller | null {
  const node = deployment.nodes.find(({ ip }) => ip === participant.nodeIp);
  if (!node) return null;
  const { localAlias, remoteAlias, displayName, callTag, remoteAddress, remotePort, vendor } = participant;
  return {
    node,
    protocol: 'api',
    trigger: 'web',
    direction: 'dial_in',
    localAlias,
    remoteAlias,
    displayName,
    callTag,
    remoteAddress,
    remotePort,
    vendor,
    supportsDirectMedia: false,
    details: plainDetails,
  };
}

/** The two policy questions of a media leg, and the node that will carry it. */
async function askAboutMedia({ deployment, conference, caller: participant }: ClientRequest) {
  const browser = browserOf(deployment, participant);
  if (!browser) return { rejection: 'Signaling node disconnected' };
  const caller: Caller = { ...browser, protocol: 'webrtc' };
  const { service } = conference.state;
  const { uuid: participantUuid, role, bypassesLock } = participant;
  const joining = { service, participantUuid, role, bypassesLock };
  const properties = await askParticipantProperties(
    deployment.policy,
    participantParameters(caller, joining, 'standard'),
  );
  if (properties.type === 'rejected') return { rejection: properties.reason };
  conference.dispatch({ type: 'participant-changed', uuid: participantUuid, change: properties.overrides });
  const location = await askMediaLocation(deployment.policy, caller, service);
  return { mediaNodeIp: (deployment.nodesUp.find((node) => node.location === location) ?? caller.node).ip };
}

function callEvents(conference: LiveConference, uuid: string, callId: string) {
  const currentCall = () => {
    const call = conference.state.participants.get(uuid)?.call;
    return call?.callId === callId ? call : null; // it may have been replaced, or its owner may be gone
  };
  return {
    onConnected: () => {
      const call = currentCall();
      if (!call) return;
      const connected = { ...call, isConnected: true, connectedAt: Date.now() };
      conference.dispatch({ type: 'participant-changed', uuid, change: { call: connected } });
    },
    onFailed: () => {
      if (!currentCall()) return;
      conference.send(uuid, [{ event: 'call_disconnected', data: { call_uuid: callId, reason: 'Ice failure' } }]);
      conference.dispatch({ type: 'participant-changed', uuid, change: { call: null } });
    },
  };
}

async function connect(request: ClientRequest, call: MediaCall, offerSdp: string) {
  const { conference, deployment } = request;
  const { uuid } = request.caller;
  // Entered before the mixer answers, since the connection may come up first. It also replaces an earlier call.
  conference.dispatch({ type: 'participant-changed', uuid, change: { call } });
  const { displayName } = conference.state.participants.get(uuid) ?? request.caller;
  const { callId } = call;
  const mixer = conference.mixer();
  try {
    const events = callEvents(conference, uuid, callId);
    const answer = await mixer.join({ callId, participantId: uuid, displayName, offerSdp, events });
    const present = conference.state.participants.get(uuid);
    if (present?.call?.callId !== callId) {
      mixer.leave(callId);
      return refusal(403, 'Call disconnected');
    }
    conference.bringMixerUpToDate(present);
    return success({ call_uuid: callId, sdp: answer.answerSdp });
  } catch (error) {
    deployment.log(`call refused: ${error instanceof Error ? error.message : String(error)}`);
    const isStillThis = conference.state.participants.get(uuid)?.call?.callId === callId;
    if (isStillThis) conference.dispatch({ type: 'participant-changed', uuid, change: { call: null } });
    return refusal(403, 'Media process disconnected');
  }
}

/**
 * `POST calls`. Policy is asked about the media leg before the mixer is (policy-api.md §2); what it overrides holds from
 * then on.
 */
export const startCall: ClientHandler = async (request) => {
  const { conference, caller } = request;
  const offer = offerSchema.safeParse(request.body);
  if (!offer.success) return badBody('sdp');
  const { sdp, media_type, present } = offer.data;
  if (present === 'send' || present === 'receive') return startSlidesCall(request, present, sdp);

  const media = await askAboutMedia(request);
  if (media.mediaNodeIp === undefined) return refusal(403, media.rejection);
  if (!conference.state.participants.has(caller.uuid)) return invalidToken;
  const isAudioOnly = media_type === 'audio' || conference.state.service.callType === 'audio';
  const { mediaNodeIp } = media;
  return connect(
    request,
    { callId: randomUUID(), isConnected: false, connectedAt: null, isAudioOnly, mediaNodeIp },
    sdp,
  );
};
