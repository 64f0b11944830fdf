import type { RequestListener } from 'node:http';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import { serveRoutes } from '../http/serve-routes';
import { avatarRoutes } from './avatar-routes';
import { breakoutRoutes } from './breakout-routes';
import { callRoutes } from './call-routes';
import { captionRoutes } from './caption-routes';
import { networkRoutes } from './network-routes';
import { outageRoutes } from './outage-routes';
import { qualityRoutes } from './quality-routes';
import { registrationRoutes } from './registration-routes';
import { participantRoutes } from './participant-routes';
import { notThere } from './replies';
import { sinkRoutes } from './sink-routes';

/**
 * What no real node serves: the means to make devices call, register and search, and to make things go wrong. It is for
 * programs on the same network; a page in somebody's browser gets neither an answer nor an effect.
 */
export function controlListener(deployment: Deployment, node: ConferencingNode): RequestListener {
  return serveRoutes({
    log: deployment.log,
    isOpenToBrowsers: false,
    // Browsers name the origin with every request that could change something, whatever its content type.
    guard: ({ headers }) =>
      headers.origin === undefined ? null : { status: 403, json: { error: 'Not open to browsers' } },
    notFound: notThere('Not found'),
    routes: [
      ...callRoutes(deployment, node),
      ...registrationRoutes(deployment, node),
      ...avatarRoutes(deployment, node),
      ...breakoutRoutes(deployment),
      ...captionRoutes(deployment),
      ...participantRoutes(deployment),
      ...networkRoutes(deployment, node),
      ...qualityRoutes(deployment),
      ...sinkRoutes(deployment, node),
      ...outageRoutes(deployment, node),
    ],
  });
}
