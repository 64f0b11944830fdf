import type { ConferenceState } from '../conference/conference-state';
import type { LegOfParticipant } from '../conference/legs';
import { roomId, roomName, type Room } from '../conference/rooms';
import { streamsOf, type Step } from '../events/sink-events';
import type { Quality } from '../quality/call-quality';
import { isoTime, participantRow, type Row } from './status-lists';

export const participantUri = (id: string) => `/api/admin/history/v1/participant/${id}/`;

/** A room that is over, as `history/v1/conference/` shows it, without its participants. */
export function endedConference(state: ConferenceState, room: Room, now: number): Row {
  const id = roomId(state.id, room);
  const startedAt = room === null ? state.startedAt : (state.breakouts.get(room) ?? now);
  return {
    id,
    name: roomName(state.service.name, room),
    service_type: state.service.serviceType,
    tag: state.service.tag,
    start_time: isoTime(startedAt),
    end_time: isoTime(now),
    duration: Math.round((now - startedAt) / 1000),
    resource_uri: `/api/admin/history/v1/conference/${id}/`,
  };
}

/** A leg that is over, as `history/v1/participant/` shows it. */
export function endedParticipant(state: ConferenceState, ended: LegOfParticipant, step: Step, quality: Quality): Row {
  const { participant, leg } = ended;
  const startedAt = leg.connectedAt ?? step.now;
  const { conference, ...row } = participantRow(state, participant, leg, quality);
  return {
    ...row,
    conference_name: conference,
    local_alias: participant.localAlias,
    remote_alias: participant.remoteAlias,
    start_time: isoTime(startedAt),
    end_time: isoTime(step.now),
    duration: Math.round((step.now - startedAt) / 1000),
    disconnect_reason: step.reason,
    media_streams: streamsOf(ended, step),
    resource_uri: participantUri(leg.uuid),
  };
}
