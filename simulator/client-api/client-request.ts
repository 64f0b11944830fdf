import type { Participant } from '../conference/conference-state';
import type { LiveConference } from '../conference/live-conference';
import type { Deployment } from '../deployment';
import type { HttpReply, HttpRequest } from '../http/http-exchange';
import type { Route } from '../http/router';
import { hostsOnly, invalidToken, noSuchParticipant } from './replies';

/** A request of someone who holds a good token. */
export interface ClientRequest {
  deployment: Deployment;
  conference: LiveConference;
  caller: Participant;
  body: unknown;
  params: Record<string, string>;
  http: HttpRequest;
}

export type ClientHandler = (request: ClientRequest) => HttpReply | Promise<HttpReply>;

/** The token header, or the query parameter that event streams, images and beacons use instead. */
export function tokenOf(request: HttpRequest): string | null {
  const header = request.headers.token;
  return typeof header === 'string' ? header : request.query.get('token');
}

const conferencePath = '/api/client/v2/conferences/:alias';

/** A route below a conference that needs a token. One token opens one alias: the one it was asked for. */
export function clientRoute(
  deployment: Deployment,
  method: Route['method'],
  path: string,
  handle: ClientHandler,
): Route {
  return {
    method,
    pattern: `${conferencePath}/${path}`,
    handle: (http, params) => {
      const check = deployment.tokens.check(tokenOf(http), Date.now());
      // Who was just put out still tidies up after itself.
      if (check.state === 'ended' && /\/(release_token|disconnect)$/.test(http.path)) {
        return { status: 200, json: { status: 'success', result: http.path.endsWith('release_token') ? true : null } };
      }
      if (check.state !== 'valid') return invalidToken;
      const conference = deployment.conference(check.conferenceId);
      const caller = conference?.state.participants.get(check.participantUuid);
      if (!conference || !caller) return invalidToken;
      if (caller.localAlias.toLowerCase() !== params.alias?.toLowerCase()) return invalidToken;
      return handle({ deployment, conference, caller, body: http.body, params, http });
    },
  };
}

export const forHosts =
  (handle: ClientHandler): ClientHandler =>
  (request) =>
    request.caller.role === 'chair' ? handle(request) : hostsOnly;

/** For paths below `participants/:uuid` that only that participant may use. */
export const forSelf =
  (handle: ClientHandler): ClientHandler =>
  (request) =>
    request.params.uuid === request.caller.uuid ? handle(request) : hostsOnly;

type TargetHandler = (request: ClientRequest, target: Participant) => HttpReply | Promise<HttpReply>;

/** For paths below `participants/:uuid` about a participant who must be there. */
export const about =
  (handle: TargetHandler): ClientHandler =>
  (request) => {
    const target = request.conference.state.participants.get(request.params.uuid ?? '');
    return target ? handle(request, target) : noSuchParticipant;
  };

export const forSelfOrHosts =
  (handle: TargetHandler): ClientHandler =>
  (request) =>
    request.params.uuid === request.caller.uuid || request.caller.role === 'chair' ? about(handle)(request) : hostsOnly;
