import type { ConferenceState, Participant } from '../conference/conference-state';
import type { Difference } from '../conference/differences';
import { wireConferenceStatus, wireLayout, wirePresenter, wireStage } from './wire-conference';
import { wireParticipant } from './wire-participant';

export interface ClientEvent {
  event: string;
  data: unknown;
}

function presentationStart(state: ConferenceState, viewer: Participant): ClientEvent[] {
  const presenter = state.presenterUuid === null ? undefined : state.participants.get(state.presenterUuid);
  // PexRTC would stop its own share if it were told of its own presentation. Who waits sees nothing of the conference.
  const isBarred = !viewer.isAdmitted || !viewer.receivesPresentation;
  if (!presenter || presenter.uuid === viewer.uuid || isBarred) return [];
  return [{ event: 'presentation_start', data: wirePresenter(presenter) }];
}

/** PexRTC up to 27 sends slides in a call of their own, which ends when somebody else takes the floor. */
function slidesCallTaken(before: Participant, state: ConferenceState, viewer: Participant): ClientEvent[] {
  const { send } = before.slidesCalls;
  const isTaken = state.presenterUuid !== null && state.presenterUuid !== viewer.uuid;
  if (before.uuid !== viewer.uuid || send === null || viewer.slidesCalls.send !== null || !isTaken) return [];
  return [{ event: 'call_disconnected', data: { call_uuid: send, reason: 'Call disconnected' } }];
}

const stageEvent = (state: ConferenceState): ClientEvent => ({ event: 'stage', data: wireStage(state) });

const layoutEvents = (state: ConferenceState): ClientEvent[] => [
  { event: 'layout', data: wireLayout(state) },
  stageEvent(state),
];

/** Everything a newly opened stream starts with, in the order of client-api.md §4. */
export function openingEvents(state: ConferenceState, viewer: Participant): ClientEvent[] {
  return [
    { event: 'participant_sync_begin', data: null },
    ...[...state.participants.values()].map((participant) => ({
      event: 'participant_create',
      data: wireParticipant(state, participant, viewer),
    })),
    { event: 'participant_sync_end', data: null },
    { event: 'conference_update', data: wireConferenceStatus(state) },
    ...layoutEvents(state),
    ...presentationStart(state, viewer),
  ];
}

function eventsForDifference(difference: Difference, state: ConferenceState, viewer: Participant): ClientEvent[] {
  switch (difference.type) {
    case 'joined':
      return [{ event: 'participant_create', data: wireParticipant(state, difference.participant, viewer) }];
    case 'updated': {
      const data = wireParticipant(state, difference.participant, viewer);
      const isEntering =
        difference.participant.uuid === viewer.uuid && viewer.isAdmitted && !difference.before.isAdmitted;
      return [
        { event: 'participant_update', data },
        ...slidesCallTaken(difference.before, state, viewer),
        ...(isEntering ? presentationStart(state, viewer) : []),
      ];
    }
    case 'left':
      return [{ event: 'participant_delete', data: { uuid: difference.participant.uuid } }];
    case 'status-changed':
      return [{ event: 'conference_update', data: wireConferenceStatus(state) }];
    case 'layout-changed':
      return layoutEvents(state);
    case 'speakers-changed':
      return [stageEvent(state)];
    case 'presenter-changed':
      if (difference.to !== null) return presentationStart(state, viewer);
      return difference.from === viewer.uuid ? [] : [{ event: 'presentation_stop', data: {} }];
  }
}

/** What one viewer is told of one step. */
export function eventsFor(differences: Difference[], state: ConferenceState, viewer: Participant): ClientEvent[] {
  return differences.flatMap((difference) => eventsForDifference(difference, state, viewer));
}
