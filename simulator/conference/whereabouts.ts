import type { Participant } from './conference-state';
import { legsOf } from './legs';
import type { LiveConference } from './live-conference';
import { roomId, type Room } from './rooms';

/** A room in which somebody is, by the id that the status API has for it. */
export function findRoom(conferences: LiveConference[], id: string): { conference: LiveConference; room: Room } | null {
  for (const conference of conferences) {
    const parts = [...conference.state.parts.values()];
    const part = parts.find(({ room }) => roomId(conference.state.id, room) === id);
    if (part) return { conference, room: part.room };
  }
  return null;
}

/** Somebody in a conference, by the id of any leg. */
export function findPerson(
  conferences: LiveConference[],
  legId: string,
): { conference: LiveConference; participant: Participant } | null {
  for (const conference of conferences) {
    for (const participant of conference.state.participants.values()) {
      if (legsOf(conference.state, participant).some(({ uuid }) => uuid === legId)) return { conference, participant };
    }
  }
  return null;
}
