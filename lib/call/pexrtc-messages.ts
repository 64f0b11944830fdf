import type { CallSignal } from './call';
import type { PexRtc } from './pexrtc-client';
import { readCaption, readMessage, readSpeakers } from './pexrtc-wire';

/** Chat, captions and who speaks. */
export function listenToMessages(rtc: PexRtc, tell: (signal: CallSignal) => void): void {
  const take = (isPrivate: boolean) => (value: unknown) => {
    const message = readMessage(value, isPrivate, Date.now());
    // Whether a sender hears himself is the node's business; we have shown our own already.
    if (message && message.sender?.id !== rtc.uuid) tell({ type: 'message', message });
  };
  rtc.onChatMessage = take(false);
  rtc.onDirectMessage = take(true);
  // Set, or private text would come here; what applications tell each other is not for people.
  rtc.onApplicationMessage = () => {};
  rtc.onStageUpdate = (value) => {
    const ids = readSpeakers(value);
    if (ids) tell({ type: 'speakers-changed', ids });
  };
  rtc.onLiveCaptions = (value) => {
    const caption = readCaption(value, Date.now());
    if (caption) tell({ type: 'caption', caption });
  };
}
