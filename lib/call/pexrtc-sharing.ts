import type { CallSignal } from './call';
import type { PexRtc } from './pexrtc-client';
import { presenterName } from './pexrtc-wire';

/** Slides and screens: what others show, and what becomes of our own (pexrtc.md §6). */
export function listenToSharing(rtc: PexRtc, tell: (signal: CallSignal) => void): void {
  let isSharing = false;

  rtc.onPresentation = (isActive, presenter) => {
    tell({ type: 'presenter-changed', presenter: isActive ? presenterName(presenter) : null });
    // Nothing comes unasked. True may follow true, when another takes over, and has to be asked for again.
    if (isActive) rtc.getPresentation();
    // Somebody else's share ends ours, and PexRTC has stopped it by now.
    if (isActive && isSharing) end('taken-over');
  };
  rtc.onPresentationConnected = (stream) => {
    tell({ type: 'presentation-stream', stream: stream instanceof MediaStream ? stream : null });
  };
  rtc.onPresentationDisconnected = () => tell({ type: 'presentation-stream', stream: null });

  rtc.onScreenshareConnected = () => {
    isSharing = true;
    tell({ type: 'sharing-changed', sharing: 'on' });
  };
  // Also when it never began; the texts differ from build to build, what happened before does not.
  rtc.onScreenshareStopped = () => end(isSharing ? 'stopped' : 'refused');

  function end(sharing: 'stopped' | 'taken-over' | 'refused') {
    isSharing = false;
    tell({ type: 'sharing-changed', sharing });
  }
}
