import { hasMedia, type Participant } from '../conference/conference-state';
import type { LiveConference } from '../conference/live-conference';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { notThere, ok } from './replies';

/** Times are Unix milliseconds, and null for what is not so. */
function describe({ network }: Deployment, { state, digits }: LiveConference, participant: Participant) {
  const { uuid } = participant;
  return {
    id: uuid,
    conference: state.service.name,
    displayName: participant.displayName,
    callTag: participant.callTag,
    role: participant.role,
    isAdmitted: participant.isAdmitted,
    hasMedia: hasMedia(participant),
    isMuted: participant.isMuted,
    isClientMuted: participant.isClientMuted,
    isVideoMuted: participant.isVideoMuted,
    isSpeaking: state.speakers.has(uuid),
    isPresenting: state.presenterUuid === uuid,
    handRaisedAt: participant.buzzedAt || null,
    spotlightAt: participant.spotlightAt || null,
    showsCaptions: participant.showsCaptions,
    digits: digits.sentBy(uuid),
    digitsHeard: digits.heardBy(uuid),
    isCut: network.isSignallingCut(participant),
  };
}

/** What has become of somebody in a conference, for tests to compare. */
export function participantRoutes(deployment: Deployment): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/simulator/v1/participants/:id',
      handle: (_request, { id = '' }) => {
        const person = deployment.person(id);
        if (!person) return notThere('No such participant');
        return ok(describe(deployment, person.conference, person.participant));
      },
    },
  ];
}
