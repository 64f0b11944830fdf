import type { Call } from './call';
import type { HostControls } from './host-controls';
import type { OwnShare } from './own-share';
import type { PexRtc } from './pexrtc-client';
import { isDialled } from './pexrtc-wire';
import { replaceTrack } from './replace-track';

type Commands = Omit<Call, 'enterPin' | 'hangUp' | keyof HostControls>;

/** Runs something on the client while there is one. What an older build has not, or breaks at, is as if it were not asked for. */
export type OnClient = (act: (client: PexRtc) => unknown) => void;

export function commandsOf(client: () => PexRtc | null, on: OnClient, share: OwnShare): Commands {
  return {
    setMicrophoneMuted: (isMuted) => on((rtc) => rtc.muteAudio(isMuted)),
    setCameraMuted: (isMuted) => on((rtc) => rtc.muteVideo(isMuted)),
    replaceTrack(previous, next) {
      const sent = next.kind === 'audio' ? share.sound.trackFor(next) : next;
      if (sent) replaceTrack(client()?.call?.pc, previous, sent);
    },
    sendMessage: (text) => on((rtc) => rtc.sendChatMessage(text)),
    setHandRaised: (isRaised) => on((rtc) => (isRaised ? rtc.setBuzz() : rtc.clearBuzz())),
    startSharing(screen) {
      on((rtc) => {
        share.ask(screen);
        // Ours, so that this browser asks once, and where a person can see it: media.ts opens and closes it.
        rtc.user_presentation_stream = screen;
        rtc.present('screen');
      });
    },
    stopSharing: () =>
      on((rtc) => {
        share.askToEnd();
        rtc.present(null);
      }),
    sendKeys: (keys) => on((rtc) => rtc.sendDTMF(keys)),
    setCaptionsShown: (areShown) => on((rtc) => (areShown ? rtc.showLiveCaptions?.() : rtc.hideLiveCaptions?.())),
    statistics: async () => (await client()?.call?.pc?.getStats()) ?? null,
  };
}

/**
 * PexRTC says nothing of a dial-out without an answer: it waits 10 s for each request and asks again, ten times (pexrtc.md §3
 * and §10). Who waits for the second has waited long.
 */
const DIAL_ANSWER_MS = 15_000;

export function hostControlsOf(on: OnClient, over: AbortSignal): HostControls {
  return {
    admit: (id) => on((rtc) => rtc.unlockParticipant(id)),
    remove: (id) => on((rtc) => rtc.disconnectParticipant(id)),
    setMutedFor: (id, isMuted) => on((rtc) => rtc.setParticipantMute(id, isMuted)),
    setGuestsMuted: (areMuted) => on((rtc) => rtc.setMuteAllGuests(areMuted)),
    setLocked: (isLocked) => on((rtc) => rtc.setConferenceLock(isLocked)),
    setHostRole: (id, isHost) => on((rtc) => rtc.setRole(id, isHost ? 'chair' : 'guest')),
    lowerHand: (id) => on((rtc) => rtc.clearBuzz(id)),
    dialOut(destination, protocol) {
      return new Promise((resolve) => {
        const fail = () => resolve(false);
        let wasAsked = false;
        on((rtc) => {
          wasAsked = true;
          rtc.dialOut(destination, protocol, 'guest', (reply) => resolve(isDialled(reply)));
        });
        if (!wasAsked) return fail();
        over.addEventListener('abort', fail);
        setTimeout(fail, DIAL_ANSWER_MS);
      });
    },
    endForAll: () => on((rtc) => rtc.disconnectAll()),
  };
}
