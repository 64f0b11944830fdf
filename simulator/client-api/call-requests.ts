import { z } from 'zod';
import { callIdsOf } from '../conference/conference-state';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { clientRoute, forSelf, type ClientHandler, type ClientRequest } from './client-request';
import { badBody, refusal, success } from './replies';
import { endSlidesCall } from './slides-call';
import { offerSchema, startCall } from './start-call';

const candidateSchema = z.looseObject({
  candidate: z.string(),
  mid: z.coerce.string(),
  ufrag: z.string().optional().catch(undefined),
});

const isOwnCall = ({ caller, params }: ClientRequest) => callIdsOf(caller).includes(params.call ?? '');

/** Not needed: the client's own packets show where it is. Some still come after the call is over. */
const takeCandidate: ClientHandler = ({ body }) =>
  candidateSchema.safeParse(body).success ? success(null) : badBody('candidate');

const updateCall: ClientHandler = async (request) => {
  const offer = offerSchema.safeParse(request.body);
  if (!offer.success) return badBody('sdp');
  if (!isOwnCall(request)) return refusal(403, 'Call disconnected');
  try {
    // The answer alone is the form that clients of every generation read.
    return success(await request.conference.mixer().update(request.params.call ?? '', offer.data.sdp));
  } catch (error) {
    request.deployment.log(`update refused: ${error instanceof Error ? error.message : String(error)}`);
    return refusal(403, 'Media process disconnected');
  }
};

/** Also answers `calls/undefined/disconnect`, which clients send when they hang up before they have a call. */
const endCall: ClientHandler = (request) => {
  const { conference, caller, params } = request;
  if (caller.call?.callId === params.call) {
    conference.dispatch({ type: 'floor-released', uuid: caller.uuid });
    conference.dispatch({ type: 'participant-changed', uuid: caller.uuid, change: { call: null } });
  } else {
    endSlidesCall(conference, caller.uuid, params.call ?? '');
  }
  return success(null);
};

/** A participant's own calls, client-api.md §6. */
export function callRoutes(deployment: Deployment): Route[] {
  const call = (path: string, handle: ClientHandler) =>
    clientRoute(deployment, 'POST', `participants/:uuid/calls${path}`, forSelf(handle));
  return [
    call('', startCall),
    call('/:call/ack', () => success(true)),
    call('/:call/new_candidate', takeCandidate),
    call('/:call/update', updateCall),
    call('/:call/disconnect', endCall),
    call('/:call/statistics', () => success(null)),
    call('/:call/fecc', () => success(true)),
  ];
}
