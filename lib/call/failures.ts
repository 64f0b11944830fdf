/** Why a call could not be made or broke. Each has its own words (`endings.failed`), and some are not worth a second try. */
export type CallFailure =
  | 'site-unreachable'
  | 'node-unreachable'
  | 'media-blocked'
  | 'unsupported'
  /** The page was opened without https. */
  | 'insecure'
  | 'refused'
  | 'not-allowed'
  | 'full'
  | 'busy'
  | 'connection-lost'
  | 'not-found'
  | 'not-open'
  | 'ended'
  | 'cancelled'
  | 'rate-limited'
  | 'invalid-name'
  | 'invitation-required'
  | 'invitation-withdrawn'
  | 'invitation-unknown'
  /** A sign-in at an identity provider, or the choice of a meeting behind a reception: the panel has neither. */
  | 'asks-for-more'
  | 'other';

const final: ReadonlySet<CallFailure> = new Set([
  'unsupported',
  'insecure',
  'not-found',
  'ended',
  'cancelled',
  'invitation-required',
  'invitation-withdrawn',
  'invitation-unknown',
  'asks-for-more',
]);

/** Whether trying again can help, by hand or by itself (redial.ts). */
export function canRetry(failure: CallFailure): boolean {
  return !final.has(failure);
}

/** Whether there is no such meeting to go back to: knocking again, or remembering it, would be in vain. */
export function isMeetingGone(failure: CallFailure): boolean {
  return failure === 'not-found' || failure === 'ended' || failure === 'cancelled';
}
