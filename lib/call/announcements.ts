import type { CallState } from './call-machine';
import { isWaitingForHost } from './conference';
import type { EndReason } from './end-reasons';
import type { CallFailure } from './failures';

/** What there is to say; the words are in `announcements`, and for the end in `endings`. */
export type Announcement =
  | { say: 'connecting' | 'pinAsked' | 'pinWrong' | 'waiting' | 'joined' }
  | { say: 'ended'; reason: EndReason }
  | { say: 'failed'; failure: CallFailure };

/** What a screen reader hears of how the call stands: one sentence, or null for nothing. What happens in it is news (call-news.ts). */
export function announcementFor(state: CallState): Announcement | null {
  switch (state.phase) {
    case 'lobby':
      return null;
    case 'connecting':
      return { say: 'connecting' };
    case 'awaiting-pin':
      return { say: state.isRejected ? 'pinWrong' : 'pinAsked' };
    case 'in-call':
      return { say: isWaitingForHost(state.conference) ? 'waiting' : 'joined' };
    case 'ended':
      return { say: 'ended', reason: state.reason };
    case 'failed':
      return { say: 'failed', failure: state.failure };
  }
}
