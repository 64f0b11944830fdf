import { hasCaptions } from '../conference/captions';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { about, clientRoute, forSelf } from './client-request';
import { refusal, success } from './replies';

/** Captions are shown to whoever asks for them, and only for oneself (client-api.md §7: the result is null). */
export function captionRoutes(deployment: Deployment): Route[] {
  const showing = (path: string, showsCaptions: boolean) =>
    clientRoute(
      deployment,
      'POST',
      `participants/:uuid/${path}`,
      forSelf(
        about(({ conference }, { uuid }) => {
          if (showsCaptions && !hasCaptions(conference.state)) return refusal(403, 'Live captions are not available');
          conference.dispatch({ type: 'participant-changed', uuid, change: { showsCaptions } });
          return success(null);
        }),
      ),
    );
  return [showing('show_live_captions', true), showing('hide_live_captions', false)];
}
