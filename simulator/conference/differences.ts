import { hasMedia, isStarted, type ConferenceState, type Participant } from './conference-state';

/** What one step changed, in the order in which clients are told. */
export type Difference =
  | { type: 'joined'; participant: Participant }
  | { type: 'updated'; before: Participant; participant: Participant }
  | { type: 'left'; participant: Participant }
  | { type: 'status-changed' }
  | { type: 'layout-changed' }
  | { type: 'speakers-changed' }
  | { type: 'presenter-changed'; from: string | null; to: string | null };

/** Who is seen: admitted, and with media. */
export function onStage(state: ConferenceState): Participant[] {
  return [...state.participants.values()].filter((participant) => participant.isAdmitted && hasMedia(participant));
}

function stageKey(state: ConferenceState): string {
  return [state.layout, ...onStage(state).map(({ uuid }) => uuid)].join(' ');
}

function speakersKey(state: ConferenceState): string {
  const speaking = onStage(state).filter(({ uuid }) => state.speakers.has(uuid));
  return speaking.map(({ uuid }) => uuid).join(' ');
}

function statusKey(state: ConferenceState): string {
  return [state.isLocked, state.areGuestsMuted, state.guestsCanUnmute, isStarted(state)].join(' ');
}

export function differences(before: ConferenceState, after: ConferenceState): Difference[] {
  const found: Difference[] = [];
  for (const participant of after.participants.values()) {
    const earlier = before.participants.get(participant.uuid);
    if (!earlier) found.push({ type: 'joined', participant });
    else if (earlier !== participant) found.push({ type: 'updated', before: earlier, participant });
    else if ((before.presenterUuid === participant.uuid) !== (after.presenterUuid === participant.uuid)) {
      // `is_presenting` is part of the participant object on the wire.
      found.push({ type: 'updated', before: earlier, participant });
    }
  }
  for (const participant of before.participants.values()) {
    if (!after.participants.has(participant.uuid)) found.push({ type: 'left', participant });
  }
  if (statusKey(before) !== statusKey(after)) found.push({ type: 'status-changed' });
  if (stageKey(before) !== stageKey(after)) found.push({ type: 'layout-changed' });
  else if (speakersKey(before) !== speakersKey(after)) found.push({ type: 'speakers-changed' });
  if (before.presenterUuid !== after.presenterUuid) {
    found.push({ type: 'presenter-changed', from: before.presenterUuid, to: after.presenterUuid });
  }
  return found;
}
