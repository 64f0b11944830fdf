import type { CallSignal } from './call';
import type { OwnShare } from './own-share';
import type { PexRtc } from './pexrtc-client';
import { presenterName } from './pexrtc-wire';
import { replaceTrack } from './replace-track';

/** Slides and screens: what others show, and what becomes of our own (pexrtc.md §6). */
export function listenToSharing(rtc: PexRtc, tell: (signal: CallSignal) => void, share: OwnShare): void {
  rtc.onPresentation = (isActive, presenter) => {
    tell({ type: 'presenter-changed', presenter: isActive ? presenterName(presenter) : null });
    if (!isActive) return;
    // Nothing comes unasked. True may follow true, when another takes over, and has to be asked for again.
    rtc.getPresentation();
    share.succeeded();
  };
  rtc.onPresentationConnected = (stream) => {
    tell({ type: 'presentation-stream', stream: stream instanceof MediaStream ? stream : null });
  };
  rtc.onPresentationDisconnected = () => tell({ type: 'presentation-stream', stream: null });
  rtc.onScreenshareConnected = () => share.begun();
  rtc.onScreenshareStopped = () => {
    const microphone = share.sound.end();
    if (microphone) replaceTrack(rtc.call?.pc, null, microphone);
    share.stopped();
  };
}
