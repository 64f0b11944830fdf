import { END_WARNING_MS } from './call-clock';
import type { CallState } from './call-machine';
import { isWaitingForHost } from './conference';
import { endWords } from './end-reasons';
import { failureWords } from './failures';

/** What a screen reader hears when the call changes. One sentence; empty says nothing. */
export function announcementFor(state: CallState, timeLeftMs: number | null): string {
  switch (state.phase) {
    case 'lobby':
      return '';
    case 'connecting':
      return 'Connecting.';
    case 'awaiting-pin':
      return state.isRejected ? 'That PIN is not right. Try again.' : 'This meeting asks for a PIN.';
    case 'in-call': {
      if (isWaitingForHost(state.conference)) return 'You are waiting to be let in.';
      if (timeLeftMs !== null && timeLeftMs <= END_WARNING_MS) return 'This meeting ends in less than five minutes.';
      const others = state.conference.roster.people.size - 1;
      if (others < 1) return 'You are in the call. Nobody else is here yet.';
      return `You are in the call with ${others} ${others === 1 ? 'other person' : 'others'}.`;
    }
    case 'ended': {
      const { title, advice } = endWords(state.reason);
      return `${title}. ${advice}`;
    }
    case 'failed': {
      const { title, advice } = failureWords(state.failure);
      return `${title}. ${advice}`;
    }
  }
}
