import type { CallSignal } from './call';
import { watchLink } from './link-watch';
import type { OwnShare } from './own-share';
import type { PexRtc } from './pexrtc-client';
import { readPexRtcError } from './pexrtc-errors';
import { listenToMessages } from './pexrtc-messages';
import { listenToSharing } from './pexrtc-sharing';
import { readConference, readDeletedId, readParticipant } from './pexrtc-wire';

/** Assigns every callback before dialling: PexRTC calls several of them without looking whether they are there. */
export function listen(rtc: PexRtc, tell: (signal: CallSignal) => void, share: OwnShare, dialAgain: () => void) {
  let isConnected = false;
  let hadMedia = false; // comes after `onConnect`, or never (pexrtc.md §2)
  let wasPinRefused = false;

  rtc.onLog = () => {}; // by default it writes tokens and PINs to the console
  // Ours is read from the roster, and a splash screen belongs to direct media; both are called all the same.
  rtc.onRoleUpdate = rtc.onSplashScreen = () => {};
  listenToSharing(rtc, tell, share);
  listenToMessages(rtc, tell);

  // Comes again after every step, and nothing goes on until connect() is called, each time.
  rtc.onSetup = (_stream, pinStatus, extension, identityProviders) => {
    const isOptional = pinStatus === 'optional';
    // Guests need no PIN where it is optional. Whoever tried one and failed meant to be host, and is asked.
    if (pinStatus === 'required' || (isOptional && wasPinRefused)) tell({ type: 'pin-requested', isOptional });
    // Nothing that we could answer: connecting without it would go on without a token.
    else if (extension || isList(identityProviders)) tell({ type: 'failed', failure: 'asks-for-more' });
    else rtc.connect(null);
  };
  rtc.onConnect = (stream) => {
    isConnected = true;
    const remoteStream = stream instanceof MediaStream ? stream : null;
    tell({ type: 'connected', remoteStream, selfId: rtc.uuid ?? null });
    const pc = rtc.call?.pc;
    if (!pc) return void (hadMedia = true); // nothing to tell it by
    watchLink(pc, (signal) => {
      hadMedia ||= signal.type === 'media-restored';
      tell(signal);
    });
  };
  rtc.onError = (text) => {
    const { isSecureContext } = globalThis;
    const error = readPexRtcError(String(text), rtc.trans ?? {}, isConnected, isSecureContext, hadMedia);
    if (error === 'wrong-pin') {
      wasPinRefused = true;
      rtc.pin = null; // it keeps the wrong one, and would send it again
      // Not from inside its own error handler, which goes on tearing down after we return.
      setTimeout(dialAgain, 0);
      return;
    }
    tell({ type: 'failed', failure: error });
  };
  // It goes there by itself, half a second later, by a token of its own. No PIN of ours belongs there.
  rtc.onCallTransfer = (alias) => {
    [isConnected, hadMedia, wasPinRefused, rtc.pin] = [false, false, false, null];
    share.forget();
    tell({ type: 'transferred', alias: String(alias ?? '') });
  };
  rtc.onDisconnect = (reason) => tell({ type: 'disconnected', reason: String(reason ?? '') });

  rtc.onSyncBegin = () => tell({ type: 'sync-began' });
  rtc.onSyncEnd = () => tell({ type: 'sync-ended' });
  rtc.onParticipantCreate = rtc.onParticipantUpdate = (value) => {
    const participant = readParticipant(value);
    if (participant) tell({ type: 'participant-changed', participant });
  };
  rtc.onParticipantDelete = (value) => {
    const id = readDeletedId(value);
    if (id) tell({ type: 'participant-left', id });
  };
  rtc.onConferenceUpdate = (value) => {
    const facts = readConference(value);
    if (facts) tell({ type: 'conference-changed', facts });
  };
}

const isList = (value: unknown) => Array.isArray(value) && value.length > 0;
