/** Why a call could not be made or broke. Each has its own words, and some are not worth a second try. */
export type CallFailure =
  | 'site-unreachable'
  | 'node-unreachable'
  | 'media-blocked'
  | 'unsupported'
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
  | 'other';

export interface FailureWords {
  title: string;
  advice: string;
  canRetry: boolean;
}

const retry = (title: string, advice: string): FailureWords => ({ title, advice, canRetry: true });
const final = (title: string, advice: string): FailureWords => ({ title, advice, canRetry: false });

const words: Record<CallFailure, FailureWords> = {
  'site-unreachable': retry('We can’t reach our site', 'Check your internet connection, then try again.'),
  'node-unreachable': retry(
    'The video service can’t be reached',
    'Your connection or a firewall may be in the way. Wait a moment, then try again.',
  ),
  'media-blocked': retry(
    'Sound and picture couldn’t get through',
    'A firewall or VPN may be blocking video. Try again, or use another network.',
  ),
  unsupported: final(
    'This browser can’t make video calls',
    'Open this page in an up-to-date Chrome, Edge, Firefox or Safari.',
  ),
  refused: retry('The meeting didn’t let us in', 'It may have just ended. Try again in a moment.'),
  'not-allowed': retry('You were not let in', 'Try again, or ask the person who invited you.'),
  full: retry('The meeting is full', 'Try again when someone has left.'),
  busy: retry('All lines are busy', 'The video service is at its limit just now. Try again in a minute.'),
  'connection-lost': retry('The connection was lost', 'Check your internet connection, then call back in.'),
  'not-found': final('We don’t know this meeting', 'Check the link, or ask for a new one.'),
  'not-open': retry('This meeting isn’t open yet', 'Come back a little before it starts.'),
  ended: final('This meeting has ended', 'Its time is over, and nobody can join any more.'),
  cancelled: final('This meeting was cancelled', 'Ask the person who invited you for a new time.'),
  'rate-limited': retry('Too many tries', 'Wait a minute, then try again.'),
  'invalid-name': retry('That name can’t be used', 'Go back and enter your name with ordinary letters.'),
  other: retry('Something went wrong', 'Try again. If it happens twice, reload the page.'),
};

/** A short title, what to do, and whether trying again can help. */
export function failureWords(failure: CallFailure): FailureWords {
  return words[failure];
}

/** Whether there is no such meeting to go back to: knocking again, or remembering it, would be in vain. */
export function isMeetingGone(failure: CallFailure): boolean {
  return failure === 'not-found' || failure === 'ended' || failure === 'cancelled';
}
