import { z } from 'zod';
import type { ConferenceAction } from '../conference/reduce-conference';
import type { Room } from '../conference/rooms';
import type { Deployment } from '../deployment';
import type { HttpReply } from '../http/http-exchange';
import type { Route } from '../http/router';
import { dialCommand } from './dial-command';

const id = z.string().min(1).max(200);
const conferenceBody = z.looseObject({ conference_id: id });
const participantBody = z.looseObject({ participant_id: id });

const accepted: HttpReply = { status: 202, json: { status: 'success' } };

// An id that no longer exists is a 400 with a nested form error, not a 404 (management-api.md §3).
const gone = (command: string, field: string, message: string): HttpReply => ({
  status: 400,
  json: { [command]: { [field]: [message] } },
});

/** `actionFor` is told the room: only a disconnect keeps to it, everything else holds for the whole conference. */
function conferenceCommand(
  deployment: Deployment,
  command: string,
  actionFor: (room: Room) => ConferenceAction,
): Route {
  return {
    method: 'POST',
    pattern: `/api/admin/command/v1/conference/${command}/`,
    handle: ({ body }) => {
      const parsed = conferenceBody.safeParse(body);
      if (!parsed.success) return gone(command, 'conference_id', 'This field is required.');
      const found = deployment.room(parsed.data.conference_id);
      if (!found) return gone(command, 'conference_id', 'Failed to find conference.');
      found.conference.dispatch(actionFor(found.room));
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

/** `command/v1/` (management-api.md §3), as far as the simulator goes. */
export function commandRoutes(deployment: Deployment): Route[] {
  const changed = (uuid: string, change: { isMuted?: boolean; isAdmitted?: boolean }): ConferenceAction => ({
    type: 'participant-changed',
    uuid,
    change,
  });
  const lock = (isLocked: boolean) => (): ConferenceAction => ({ type: 'conference-changed', change: { isLocked } });
  const muteGuests = (isMuted: boolean) => (): ConferenceAction => ({ type: 'guests-muted', isMuted });
  const terminate = (room: Room): ConferenceAction => ({
    type: 'everyone-left',
    reason: 'Conference terminated by an administrator',
    room,
  });
  return [
    conferenceCommand(deployment, 'disconnect', terminate),
    conferenceCommand(deployment, 'lock', lock(true)),
    conferenceCommand(deployment, 'unlock', lock(false)),
    conferenceCommand(deployment, 'mute_guests', muteGuests(true)),
    conferenceCommand(deployment, 'unmute_guests', muteGuests(false)),
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
