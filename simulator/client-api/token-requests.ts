import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { clientRoute } from './client-request';
import { openEventStream, type EventStream } from './event-stream';
import { success } from './replies';
import { wireRole } from './token-result';

/** `refresh_token`, `release_token` and `events`: what keeps a client in. */
export function tokenRoutes(deployment: Deployment): Route[] {
  return [
    clientRoute(deployment, 'POST', 'refresh_token', ({ caller }) =>
      success({
        token: deployment.tokens.refresh(caller.uuid, Date.now()),
        expires: String(deployment.settings.tokenSeconds),
        role: wireRole(caller),
      }),
    ),
    clientRoute(deployment, 'POST', 'release_token', ({ conference, caller }) => {
      conference.dispatch({ type: 'left', uuid: caller.uuid, reason: 'Call disconnected', isOwnWish: true });
      return success(true);
    }),
    clientRoute(deployment, 'GET', 'events', ({ conference, caller, http }) => {
      const stream: EventStream = openEventStream(http.response, () => conference.detach(caller.uuid, stream));
      conference.attach(caller.uuid, stream);
      return 'streaming';
    }),
  ];
}
