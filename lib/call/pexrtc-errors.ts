import { REFUSALS } from '@/lib/meetings/refusal-sentences';
import type { CallFailure } from './failures';

/** The texts of the loaded PexRTC that we tell apart. An instance carries them in `trans`; newer ones may word them anew. */
export interface PexRtcTexts {
  ERROR_CALL_FAILED?: string;
  ERROR_CONNECTING?: string;
  ERROR_WEBRTC_SUPPORT?: string;
  ERROR_ICE_FAILED?: string;
  ERROR_ICE_CANDIDATES?: string;
}

// What a node answers, in its own fixed words (client-api.md §2, §10), and in ours where policy refused the caller.
const byNodeText = new Map(
  Object.entries<CallFailure>({
    'Neither conference nor gateway found': 'refused',
    '404 Not Found': 'refused',
    'Call rejected': 'not-allowed',
    Disabled: 'not-allowed',
    'Invalid role': 'not-allowed',
    'Participant exceeded PIN entry retries': 'not-allowed',
    'Participant limit reached': 'full',
    'Out of resource': 'busy',
    'Out of transcoding resource': 'busy',
    'Out of proxying resource': 'busy',
    'Resource unavailable': 'busy',
    'Insufficient licenses': 'busy',
    'System in maintenance mode': 'busy',
    '502 Bad Gateway': 'busy',
    '503 Service Unavailable': 'busy',
    'Unexpected Response: 503': 'busy',
    'Invalid token': 'connection-lost',
    'Ice failure': 'media-blocked',
    [REFUSALS.ended]: 'ended',
    [REFUSALS.cancelled]: 'cancelled',
    [REFUSALS.withdrawn]: 'invitation-withdrawn',
    // A ticket that was good for the join and no longer is: knocking again brings a new one.
    [REFUSALS.ticketNeeded]: 'not-allowed',
    [REFUSALS.ticketUnchecked]: 'busy',
  }),
);

/**
 * Reads the text of `onError`. Matched by the loaded instance's own texts and not by English, for they may be translated
 * (pexrtc.md §9). `isConnected`: whether the node had taken the call, since then an unreachable node is a connection lost. `isSecure`: whether
 * the page was opened by https, since no browser can call from another. `hadMedia`: whether sound and picture ever came through.
 */
export function readPexRtcError(
  text: string,
  texts: PexRtcTexts,
  isConnected: boolean,
  isSecure = true,
  hadMedia = isConnected,
): CallFailure | 'wrong-pin' {
  if (text === texts.ERROR_CONNECTING) return isConnected ? 'connection-lost' : 'node-unreachable';
  if (text === texts.ERROR_WEBRTC_SUPPORT) return isSecure ? 'unsupported' : 'insecure';

  const prefix = texts.ERROR_CALL_FAILED ?? '';
  const detail = (text.startsWith(prefix) ? text.slice(prefix.length) : text).trim();
  if (detail === 'Invalid PIN') return 'wrong-pin';
  // PexRTC 27 looks the ICE text up under a wrong key, which leaves the bare prefix.
  const isIce =
    detail === '' || detail === texts.ERROR_ICE_FAILED?.trim() || detail === texts.ERROR_ICE_CANDIDATES?.trim();
  if (isIce) return hadMedia ? 'connection-lost' : 'media-blocked';
  return byNodeText.get(detail) ?? (isConnected ? 'connection-lost' : 'other');
}
