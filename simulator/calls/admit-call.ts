import type { ConferenceService } from '../conference/conference-service';
import type { DialledLeg, Role } from '../conference/conference-state';
import { newParticipant } from '../conference/new-participant';
import type { Deployment } from '../deployment';
import type { DialProtocol } from '../policy/caller';
import { askMediaLocation } from '../policy/media-location';
import type { Overrides } from '../policy/participant-policy';
import { serviceDifferences } from '../policy/service-differences';
import type { DialledCall } from './dialled-call';
import { policyOf } from './policy-of';

/** As events and the status API write what policy calls `sip`. */
const wireProtocols: Readonly<Record<DialProtocol, DialledLeg['protocol']>> = {
  sip: 'SIP',
  h323: 'H323',
  rtmp: 'RTMP',
  mssip: 'MSSIP',
  teams: 'TEAMS',
};

function legOf(
  { caller, isAudioOnly, isStreaming }: DialledCall,
  service: ConferenceService,
  mediaNodeIp: string,
): DialledLeg {
  const { protocol, direction, details } = caller;
  return {
    protocol: wireProtocols[protocol],
    direction: direction === 'dial_out' ? 'out' : 'in',
    encryption: details.encryption,
    isAudioOnly: isAudioOnly || service.callType === 'audio',
    isStreaming,
    mediaNodeIp,
  };
}

export interface Admission {
  service: ConferenceService;
  role: Role;
  overrides: Overrides;
}

/** Asks where the media goes, then brings the caller into the conference; guests may have to wait there. */
export async function admitCall(deployment: Deployment, call: DialledCall, admission: Admission): Promise<void> {
  const { service, role, overrides } = admission;
  call.stage = { type: 'joining' };
  const location = await askMediaLocation(policyOf(deployment, call), call.caller, service);
  // It may have hung up while policy was thinking.
  if (deployment.calls.isOver(call)) return;
  if (deployment.isFull(service)) return deployment.calls.finish(call, 'refused', 'Participant limit reached');

  const mediaNodeIp = (deployment.nodesUp.find((node) => node.location === location) ?? call.caller.node).ip;
  const dialled = legOf(call, service, mediaNodeIp);
  const now = Date.now();
  const conference = deployment.conferenceFor(service, now);
  call.contradictions = serviceDifferences(conference.state.service.described, service.described);
  if (call.contradictions.length > 0) {
    const fields = call.contradictions.join(', ');
    deployment.log(`policy ${call.caller.node.ip}: answers about one service differ in ${fields}`);
  }
  const arrival = { uuid: call.id, caller: call.caller, role, overrides, dialled, supportsDirectChat: false };
  const participant = newParticipant(arrival, now);
  call.stage = {
    type: 'joined',
    conferenceId: conference.state.id,
    conferenceName: service.name,
    role: participant.role,
  };
  conference.dispatch({ type: 'joined', participant }, now);
}
