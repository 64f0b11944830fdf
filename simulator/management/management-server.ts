import type { RequestListener } from 'node:http';
import type { Deployment } from '../deployment';
import { isAuthorised, type Credentials } from '../http/basic-auth';
import type { HttpReply, HttpRequest } from '../http/http-exchange';
import type { Route } from '../http/router';
import { serveRoutes } from '../http/serve-routes';
import { commandRoutes } from './command-routes';
import { configurationLists } from './configuration-lists';
import { eventSinkRoutes } from './event-sink-routes';
import { listRoutes } from './list-routes';
import { alarmRow, locationRows, workerRows } from './node-lists';
import { RequestLimit } from './request-limit';
import { conferenceRows, participantRows, registrationRow, shardRows } from './status-lists';

function statusRoutes(deployment: Deployment): Route[] {
  const states = () => deployment.conferences.map(({ state }) => state);
  const qualityOf = (legId: string) => deployment.qualities.of(legId);
  return [
    ...listRoutes('status/v1/conference', () => states().flatMap(conferenceRows)),
    ...listRoutes('status/v1/conference_shard', () => states().flatMap((state) => shardRows(state, deployment.nodes))),
    ...listRoutes('status/v1/participant', () => states().flatMap((state) => participantRows(state, qualityOf))),
    ...listRoutes('status/v1/registration_alias', () => deployment.registrations.all.map(registrationRow)),
    ...listRoutes('status/v1/alarm', () => deployment.alarms.all.map(alarmRow)),
    ...listRoutes('status/v1/worker_vm', () => workerRows(deployment)),
    ...listRoutes('status/v1/system_location', () => locationRows(deployment)),
    ...listRoutes('history/v1/conference', () => deployment.history.conferenceRows(Date.now())),
    ...listRoutes('history/v1/participant', () => deployment.history.participantRows(Date.now())),
  ];
}

function configurationRoutes(deployment: Deployment): Route[] {
  const lists = configurationLists(deployment.policy.database.names);
  return [...lists].flatMap(([resource, rows]) => listRoutes(`configuration/v1/${resource}`, () => rows));
}

function unauthorised({ headers }: HttpRequest, credentials: Credentials): HttpReply | null {
  if (isAuthorised(headers.authorization, credentials)) return null;
  const challenge = { 'WWW-Authenticate': 'Basic realm="Management Node"' };
  return { status: 401, json: { error: 'Unauthorized' }, headers: challenge };
}

// That there is a limit is known, not how it is answered: 429 is our guess, 503 would be as good.
const tooMany: HttpReply = { status: 429, json: { error: 'Too many requests' }, headers: { 'Retry-After': '60' } };

export interface ManagementSettings {
  credentials: Credentials;
  requestsPerMinute: number;
}

/** The Management Node's status, history, configuration and command API, behind Basic credentials. Paths end in a slash, or are not found. */
export function managementListener(
  deployment: Deployment,
  { credentials, requestsPerMinute }: ManagementSettings,
): RequestListener {
  const limit = new RequestLimit(requestsPerMinute);
  const serve = serveRoutes({
    log: deployment.log,
    isOpenToBrowsers: false,
    guard: (request) => (limit.admits(Date.now()) ? unauthorised(request, credentials) : tooMany),
    notFound: { status: 404, json: { error: 'Not found' } },
    routes: [
      ...statusRoutes(deployment),
      ...configurationRoutes(deployment),
      ...eventSinkRoutes(deployment),
      ...commandRoutes(deployment),
    ],
  });
  return (request, response) => {
    const { isAway, delayMs } = deployment.managementFaults;
    if (isAway) request.socket.destroy();
    else if (delayMs > 0) setTimeout(() => serve(request, response), delayMs);
    else serve(request, response);
  };
}
