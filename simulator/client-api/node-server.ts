import type { RequestListener } from 'node:http';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import { serveRoutes } from '../http/serve-routes';
import type { Route } from '../http/router';
import { callRoutes } from './call-requests';
import { captionRoutes } from './caption-requests';
import { conferenceRoutes } from './conference-requests';
import { dtmfRoutes } from './dtmf-requests';
import { loseIfCut } from './lost-request';
import { messageRoutes } from './message-requests';
import { participantRoutes } from './participant-requests';
import { notFound, success } from './replies';
import { requestToken } from './request-token';
import { tokenRoutes } from './token-requests';

/** Gives the text of pexrtc.js. */
export type PexRtcScript = () => Promise<string>;

function publicRoutes(deployment: Deployment, node: ConferencingNode, script: PexRtcScript): Route[] {
  const javascript = async () => ({
    status: 200,
    text: await script(),
    contentType: 'text/javascript; charset=utf-8',
  });
  return [
    { method: 'GET', pattern: '/static/webrtc/js/pexrtc.js', handle: javascript },
    { method: 'GET', pattern: '/api/client/v2/status', handle: () => success('OK') },
    {
      method: 'POST',
      pattern: '/api/client/v2/conferences/:alias/request_token',
      handle: (request, { alias = '' }) => requestToken(deployment, node, alias, request),
    },
  ];
}

/** What one Conferencing Node serves: the client API v2 and PexRTC. */
export function conferencingNodeListener(
  deployment: Deployment,
  node: ConferencingNode,
  script: PexRtcScript,
): RequestListener {
  return serveRoutes({
    log: deployment.log,
    isOpenToBrowsers: true,
    guard: (request) => loseIfCut(deployment, request),
    notFound,
    routes: [
      ...publicRoutes(deployment, node, script),
      ...tokenRoutes(deployment),
      ...conferenceRoutes(deployment),
      ...messageRoutes(deployment),
      ...callRoutes(deployment),
      ...captionRoutes(deployment),
      ...dtmfRoutes(deployment),
      ...participantRoutes(deployment),
    ],
  });
}
