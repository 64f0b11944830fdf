import { randomUUID } from 'node:crypto';
import { mayPresent, type SlidesCalls } from '../conference/conference-state';
import type { LiveConference } from '../conference/live-conference';
import type { HttpReply } from '../http/http-exchange';
import type { ClientRequest } from './client-request';
import { presentationRefused, refusal, success } from './replies';

type Direction = keyof SlidesCalls;

function slidesCallsOf(conference: LiveConference, uuid: string): SlidesCalls | undefined {
  return conference.state.participants.get(uuid)?.slidesCalls;
}

function setSlidesCall(conference: LiveConference, uuid: string, direction: Direction, callId: string | null): void {
  const present = slidesCallsOf(conference, uuid);
  if (!present) return;
  const change = { slidesCalls: { ...present, [direction]: callId } };
  conference.dispatch({ type: 'participant-changed', uuid, change });
}

/** Ends a participant's call for slides, and with one that sends also his presentation. Unknown calls are let be. */
export function endSlidesCall(conference: LiveConference, uuid: string, callId: string): void {
  const present = slidesCallsOf(conference, uuid);
  if (present?.send === callId) {
    conference.dispatch({ type: 'floor-released', uuid });
    setSlidesCall(conference, uuid, 'send', null);
  } else if (present?.receive === callId) {
    setSlidesCall(conference, uuid, 'receive', null);
  }
}

/**
 * `POST calls` with `present: "send"` or `"receive"`: how PexRTC up to 27 shares a screen and watches slides, each in a
 * call of its own with a single video line (pexrtc.md §6). A call that sends takes the floor by itself.
 */
export async function startSlidesCall(
  { conference, caller, deployment }: ClientRequest,
  direction: Direction,
  offerSdp: string,
): Promise<HttpReply> {
  const { uuid, displayName } = caller;
  const isAllowed = direction === 'send' ? mayPresent(conference.state, caller) : caller.isAdmitted;
  if (!isAllowed) return presentationRefused;
  const callId = randomUUID();
  setSlidesCall(conference, uuid, direction, callId);
  const onFailed = () => {
    if (slidesCallsOf(conference, uuid)?.[direction] !== callId) return;
    conference.send(uuid, [{ event: 'call_disconnected', data: { call_uuid: callId, reason: 'Ice failure' } }]);
    endSlidesCall(conference, uuid, callId);
  };
  const mixer = conference.mixer();
  try {
    const events = { onConnected: () => undefined, onFailed };
    const call = { callId, participantId: uuid, displayName, offerSdp, isSlidesOnly: true, events };
    const { answerSdp } = await mixer.join(call);
    const present = conference.state.participants.get(uuid);
    if (present?.slidesCalls[direction] !== callId) {
      mixer.leave(callId);
      return refusal(403, 'Call disconnected');
    }
    conference.bringMixerUpToDate(present);
    if (direction === 'send') conference.dispatch({ type: 'floor-taken', uuid });
    return success({ call_uuid: callId, sdp: answerSdp });
  } catch (error) {
    deployment.log(`slides call refused: ${error instanceof Error ? error.message : String(error)}`);
    endSlidesCall(conference, uuid, callId);
    return refusal(403, 'Media process disconnected');
  }
}
