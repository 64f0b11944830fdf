import type { CallState } from '@/lib/call/call-machine';
import { canCaptureScreen } from '@/lib/call/capture-screen';
import { isWaitingForHost, selfIn } from '@/lib/call/conference';
import type { CallView } from '@/lib/call/use-call';

export type InCallState = Extract<CallState, { phase: 'in-call' }>;
export type Commands = ReturnType<typeof commandsFor>;

/** What the visitor may do just now, and how to do it: the same for the bar, the menu, the keys and the small window. */
export function commandsFor(view: CallView, { conference, link }: InCallState) {
  const { session, devices, meeting } = view;
  const self = selfIn(conference);
  const isHost = self?.role === 'host';
  const isWaiting = isWaitingForHost(conference);
  const isMutedByHost = self?.isMutedByHost ?? false;
  const microphone = devices.microphone.status;
  const isMicrophoneOn = microphone === 'on';
  const mayUnmute = !isMutedByHost || isHost || conference.mayGuestsUnmute;
  const isCameraOn = devices.camera.status === 'on';
  const isSharing = conference.sharing === 'on';
  const isHandRaised = (self?.handRaisedAt ?? 0) > 0;
  const mayShow = conference.mayPresent && (isHost || conference.mayGuestsPresent);
  const isSteady = link === 'steady';
  const others = [...conference.roster.people.values()].filter(
    (each) => each.id !== conference.selfId && !each.isWaiting,
  );
  return {
    ...{ isHost, isWaiting, isSteady, isMutedByHost, mayUnmute, isMicrophoneOn, isCameraOn, isSharing, isHandRaised },
    /** What the microphone's button says, in the words of `call`. */
    microphoneLabel: !mayUnmute ? ('bar.blocked' as const) : isMicrophoneOn ? ('mute' as const) : ('unmute' as const),
    /** Nobody else is in; somebody may be at the door. */
    isAlone: self !== undefined && others.length === 0,
    mayEndForAll: isHost && self !== undefined && others.length > 0,
    mayShare: isSharing || (mayShow && canCaptureScreen() && !isWaiting),
    /** A node may have moved us to a conference that is not ours: of that we have no link. */
    mayInvite: meeting !== null && !isWaiting,
    /** Somebody muted by a host is not heard before a host allows it, or they themselves where they may. */
    toggleMicrophone() {
      if (!isMutedByHost) void session.turn('microphone', !isMicrophoneOn);
      else if (mayUnmute && self) session.unmute(self.id);
    },
    /** One that starts comes on by itself: a key that is let go would turn it off. */
    mayTalk: !isMutedByHost && !isMicrophoneOn && microphone !== 'starting',
    toggleCamera: () => void session.turn('camera', !isCameraOn),
    toggleSharing: () => (isSharing ? session.actions.stopSharing() : void session.actions.startSharing()),
    toggleHand: () => session.actions.setHandRaised(!isHandRaised),
    talk: (isOn: boolean) => void session.talk(isOn),
  };
}
