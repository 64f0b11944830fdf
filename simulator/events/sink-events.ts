import { isStarted, type ConferenceState, type Participant } from '../conference/conference-state';
import type { StreamFigures } from './media-streams';
import { legsOf, sinkParticipant, type Leg } from './sink-participant';

/** One event, before the sending node's publisher puts it into an envelope. */
export interface SinkEvent {
  nodeIp: string;
  event: string;
  data: Record<string, unknown>;
}

interface Step {
  reason: string;
  /** Unix milliseconds. */
  now: number;
  figures(callId: string, seconds: number): StreamFigures[];
}

function conferenceData(state: ConferenceState, nodeIp: string) {
  return {
    name: state.service.name,
    service_type: state.service.serviceType,
    tag: state.service.tag,
    start_time: (state.nodeStarts.get(nodeIp) ?? state.startedAt) / 1000,
    is_started: isStarted(state),
    is_locked: state.isLocked,
    guests_muted: state.areGuestsMuted,
  };
}

/** The events of conferences are each node's own: it reports the part of a conference that it carries. */
function conferenceEvents(before: ConferenceState, after: ConferenceState, now: number) {
  const opening: SinkEvent[] = [];
  const closing: SinkEvent[] = [];
  for (const nodeIp of after.nodeStarts.keys()) {
    const data = conferenceData(after, nodeIp);
    const earlier = before.nodeStarts.has(nodeIp) ? conferenceData(before, nodeIp) : null;
    if (!earlier) opening.push({ nodeIp, event: 'conference_started', data });
    else if (JSON.stringify(earlier) !== JSON.stringify(data)) {
      closing.push({ nodeIp, event: 'conference_updated', data });
    }
  }
  for (const nodeIp of before.nodeStarts.keys()) {
    if (after.nodeStarts.has(nodeIp)) continue;
    const data = { ...conferenceData(before, nodeIp), end_time: now / 1000 };
    closing.push({ nodeIp, event: 'conference_ended', data });
  }
  return { opening, closing };
}

function legEnded(before: ConferenceState, participant: Participant, leg: Leg, step: Step): SinkEvent[] {
  const { nodeIp } = participant;
  const endTime = step.now / 1000;
  const startTime = (leg.connectedAt ?? step.now) / 1000;
  const data = {
    ...sinkParticipant(before, participant, leg),
    disconnect_reason: step.reason,
    end_time: endTime,
    duration: endTime - startTime,
  };
  const events: SinkEvent[] = [{ nodeIp, event: 'participant_disconnected', data }];
  if (!leg.hasMedia) return events;
  const streams = step.figures(leg.uuid, endTime - startTime).map((figures) => ({
    ...figures,
    node: leg.mediaNodeIp,
    start_time: startTime,
    end_time: endTime,
  }));
  const destroyed = { uuid: leg.uuid, media_streams: streams };
  return [...events, { nodeIp, event: 'participant_media_streams_destroyed', data: destroyed }];
}

function legsPresent(before: ConferenceState, after: ConferenceState, participant: Participant): SinkEvent[] {
  const earlier = before.participants.get(participant.uuid);
  const earlierLegs = new Map((earlier ? legsOf(earlier) : []).map((leg) => [leg.uuid, leg]));
  const { nodeIp } = participant;
  return legsOf(participant).flatMap((leg): SinkEvent[] => {
    const data = sinkParticipant(after, participant, leg);
    const earlierLeg = earlierLegs.get(leg.uuid);
    if (!earlier || !earlierLeg) return [{ nodeIp, event: 'participant_connected', data }];
    const isChanged = JSON.stringify(sinkParticipant(before, earlier, earlierLeg)) !== JSON.stringify(data);
    return isChanged ? [{ nodeIp, event: 'participant_updated', data }] : [];
  });
}

function legsGone(before: ConferenceState, after: ConferenceState, participant: Participant, step: Step): SinkEvent[] {
  const later = after.participants.get(participant.uuid);
  const remaining = new Set((later ? legsOf(later) : []).map(({ uuid }) => uuid));
  // The media leg first, as it hangs off the control leg.
  const gone = legsOf(participant).filter(({ uuid }) => !remaining.has(uuid));
  return gone.reverse().flatMap((leg) => legEnded(before, participant, leg, step));
}

/** What each node reports of one step of a conference (event-sink.md §3). Pure but for the figures it is handed. */
export function sinkEventsFor(before: ConferenceState, after: ConferenceState, step: Step): SinkEvent[] {
  const { opening, closing } = conferenceEvents(before, after, step.now);
  return [
    ...opening,
    ...[...before.participants.values()].flatMap((participant) => legsGone(before, after, participant, step)),
    ...[...after.participants.values()].flatMap((participant) => legsPresent(before, after, participant)),
    ...closing,
  ];
}
