import { isStarted, type ConferenceState, type Participant } from '../conference/conference-state';
import { endedLegs, legsOf, type LegOfParticipant } from '../conference/legs';
import { roomName, type Part } from '../conference/rooms';
import type { StreamFigures } from './media-streams';
import { sinkParticipant } from './sink-participant';

/** One event, before the sending node's publisher puts it into an envelope. */
export interface SinkEvent {
  nodeIp: string;
  event: string;
  data: Record<string, unknown>;
}

/** What is known of a step besides the states before and after it. */
export interface Step {
  reason: string;
  /** Unix milliseconds. */
  now: number;
  figures(callId: string, seconds: number): StreamFigures[];
}

function conferenceData(state: ConferenceState, part: Part) {
  return {
    name: roomName(state.service.name, part.room),
    service_type: state.service.serviceType,
    tag: state.service.tag,
    start_time: part.startedAt / 1000,
    is_started: isStarted(state),
    is_locked: state.isLocked,
    guests_muted: state.areGuestsMuted,
  };
}

/** The events of conferences are each node's own: it reports the part of a conference that it carries. */
function conferenceEvents(before: ConferenceState, after: ConferenceState, now: number) {
  const opening: SinkEvent[] = [];
  const closing: SinkEvent[] = [];
  for (const [key, part] of after.parts) {
    const { nodeIp } = part;
    const data = conferenceData(after, part);
    const earlier = before.parts.get(key);
    if (!earlier) opening.push({ nodeIp, event: 'conference_started', data });
    else if (JSON.stringify(conferenceData(before, earlier)) !== JSON.stringify(data)) {
      closing.push({ nodeIp, event: 'conference_updated', data });
    }
  }
  for (const [key, part] of before.parts) {
    if (after.parts.has(key)) continue;
    const data = { ...conferenceData(before, part), end_time: now / 1000 };
    closing.push({ nodeIp: part.nodeIp, event: 'conference_ended', data });
  }
  return { opening, closing };
}

/** What the streams of a leg came to, up to its end. */
export function streamsOf({ leg }: LegOfParticipant, step: Step) {
  if (!leg.hasMedia) return [];
  const endTime = step.now / 1000;
  const startTime = (leg.connectedAt ?? step.now) / 1000;
  return step.figures(leg.uuid, endTime - startTime).map((figures) => ({
    ...figures,
    node: leg.mediaNodeIp,
    start_time: startTime,
    end_time: endTime,
  }));
}

function legEnded(before: ConferenceState, ended: LegOfParticipant, step: Step): SinkEvent[] {
  const { participant, leg } = ended;
  const { nodeIp } = participant;
  const endTime = step.now / 1000;
  const data = {
    ...sinkParticipant(before, participant, leg),
    disconnect_reason: step.reason,
    end_time: endTime,
    duration: endTime - (leg.connectedAt ?? step.now) / 1000,
  };
  const events: SinkEvent[] = [{ nodeIp, event: 'participant_disconnected', data }];
  if (!leg.hasMedia) return events;
  const destroyed = { uuid: leg.uuid, media_streams: streamsOf(ended, step) };
  return [...events, { nodeIp, event: 'participant_media_streams_destroyed', data: destroyed }];
}

function legsPresent(before: ConferenceState, after: ConferenceState, participant: Participant): SinkEvent[] {
  const earlier = before.participants.get(participant.uuid);
  const earlierLegs = new Map((earlier ? legsOf(before, earlier) : []).map((leg) => [leg.uuid, leg]));
  const { nodeIp } = participant;
  return legsOf(after, participant).flatMap((leg): SinkEvent[] => {
    const data = sinkParticipant(after, participant, leg);
    const earlierLeg = earlierLegs.get(leg.uuid);
    if (!earlier || !earlierLeg) return [{ nodeIp, event: 'participant_connected', data }];
    if (earlierLeg.room !== leg.room) {
      // A move is no disconnect from where the leg was, and may come without its time (event-sink.md §5).
      const connectTime = leg.room === null ? data.connect_time : null;
      return [{ nodeIp, event: 'participant_connected', data: { ...data, connect_time: connectTime } }];
    }
    const isChanged = JSON.stringify(sinkParticipant(before, earlier, earlierLeg)) !== JSON.stringify(data);
    return isChanged ? [{ nodeIp, event: 'participant_updated', data }] : [];
  });
}

/** What each node reports of one step of a conference (event-sink.md §3). Pure but for the figures it is handed. */
export function sinkEventsFor(before: ConferenceState, after: ConferenceState, step: Step): SinkEvent[] {
  const { opening, closing } = conferenceEvents(before, after, step.now);
  return [
    ...opening,
    ...endedLegs(before, after).flatMap((ended) => legEnded(before, ended, step)),
    ...[...after.participants.values()].flatMap((participant) => legsPresent(before, after, participant)),
    ...closing,
  ];
}
