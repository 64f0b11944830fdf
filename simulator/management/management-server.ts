import type { RequestListener } from 'node:http';
import { z } from 'zod';
import type { ConferenceAction } from '../conference/reduce-conference';
import type { Deployment } from '../deployment';
import { isAuthorised, type Credentials } from '../http/basic-auth';
import type { HttpReply } from '../http/http-exchange';
import type { Route } from '../http/router';
import { serveRoutes } from '../http/serve-routes';
import { configurationLists } from './configuration-lists';
import { dialCommand } from './dial-command';
import { listEnvelope } from './list-envelope';
import { conferenceRow, participantRows, registrationRow, shardRows, type Row } from './status-lists';

const id = z.string().min(1).max(200);
const conferenceBody = z.looseObject({ conference_id: id });
const participantBody = z.looseObject({ participant_id: id });

const accepted: HttpReply = { status: 202, json: { status: 'success' } };

// An id that no longer exists is a 400 with a nested form error, not a 404 (management-api.md §3).
const gone = (command: string, field: string, message: string): HttpReply => ({
  status: 400,
  json: { [command]: { [field]: [message] } },
});

function listRoute(resource: string, rows: () => Row[]): Route {
  const path = `/api/admin/${resource}/`;
  return {
    method: 'GET',
    pattern: path,
    handle: ({ query }) => ({ status: 200, json: listEnvelope(path, rows(), query) }),
  };
}

function statusRoutes(deployment: Deployment): Route[] {
  const list = (resource: string, rows: () => Row[]) => listRoute(`status/v1/${resource}`, rows);
  const states = () => deployment.conferences.map(({ state }) => state);
  return [
    list('conference', () => states().map(conferenceRow)),
    list('conference_shard', () => states().flatMap((state) => shardRows(state, deployment.nodes))),
    list('participant', () => states().flatMap(participantRows)),
    list('registration_alias', () => deployment.registrations.all.map(registrationRow)),
  ];
}

function configurationRoutes(deployment: Deployment): Route[] {
  const lists = configurationLists(deployment.policy.database.names);
  return [...lists].map(([resource, rows]) => listRoute(`configuration/v1/${resource}`, () => rows));
}

function conferenceCommand(deployment: Deployment, command: string, action: ConferenceAction): Route {
  return {
    method: 'POST',
    pattern: `/api/admin/command/v1/conference/${command}/`,
    handle: ({ body }) => {
      const parsed = conferenceBody.safeParse(body);
      if (!parsed.success) return gone(command, 'conference_id', 'This field is required.');
      const conference = deployment.conference(parsed.data.conference_id);
      if (!conference) return gone(command, 'conference_id', 'Failed to find conference.');
      conference.dispatch(action);
      return accepted;
    },
  };
}

function participantCommand(
  deployment: Deployment,
  command: string,
  actionFor: (uuid: string) => ConferenceAction,
): Route {
  return {
    method: 'POST',
    pattern: `/api/admin/command/v1/participant/${command}/`,
    handle: ({ body }) => {
      const parsed = participantBody.safeParse(body);
      if (!parsed.success) return gone(command, 'participant_id', 'This field is required.');
      const person = deployment.person(parsed.data.participant_id);
      if (!person) return gone(command, 'participant_id', 'Failed to find participant.');
      person.conference.dispatch(actionFor(person.participant.uuid));
      return accepted;
    },
  };
}

function commandRoutes(deployment: Deployment): Route[] {
  const changed = (uuid: string, change: { isMuted?: boolean; isAdmitted?: boolean }): ConferenceAction => ({
    type: 'participant-changed',
    uuid,
    change,
  });
  const setLock = (isLocked: boolean): ConferenceAction => ({ type: 'conference-changed', change: { isLocked } });
  const terminated: ConferenceAction = { type: 'everyone-left', reason: 'Conference terminated by an administrator' };
  return [
    conferenceCommand(deployment, 'disconnect', terminated),
    conferenceCommand(deployment, 'lock', setLock(true)),
    conferenceCommand(deployment, 'unlock', setLock(false)),
    conferenceCommand(deployment, 'mute_guests', { type: 'guests-muted', isMuted: true }),
    conferenceCommand(deployment, 'unmute_guests', { type: 'guests-muted', isMuted: false }),
    dialCommand(deployment),
    participantCommand(deployment, 'disconnect', (uuid) => ({
      type: 'left',
      uuid,
      reason: 'Disconnected by an administrator',
    })),
    participantCommand(deployment, 'mute', (uuid) => changed(uuid, { isMuted: true })),
    participantCommand(deployment, 'unmute', (uuid) => changed(uuid, { isMuted: false })),
    participantCommand(deployment, 'unlock', (uuid) => changed(uuid, { isAdmitted: true })),
  ];
}

/** The Management Node's status, configuration and command API, behind Basic credentials. Paths end in a slash, or are not found. */
export function managementListener(deployment: Deployment, credentials: Credentials): RequestListener {
  return serveRoutes({
    log: deployment.log,
    isOpenToBrowsers: false,
    guard: ({ headers }) => {
      if (isAuthorised(headers.authorization, credentials)) return null;
      const challenge = { 'WWW-Authenticate': 'Basic realm="Management Node"' };
      return { status: 401, json: { error: 'Unauthorized' }, headers: challenge };
    },
    notFound: { status: 404, json: { error: 'Not found' } },
    routes: [...statusRoutes(deployment), ...configurationRoutes(deployment), ...commandRoutes(deployment)],
  });
}
