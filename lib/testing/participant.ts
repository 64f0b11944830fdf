import type { Participant } from '@/lib/call/roster';

/** A guest in a browser called Dana, who is us in most tests, but for what is said. */
export function participant(change: Partial<Participant> = {}): Participant {
  return {
    id: 'me',
    name: 'Dana',
    role: 'guest',
    ...{ isWaiting: false, isMuted: false, isMutedByHost: false, isCameraOff: false },
    ...{ handRaisedAt: 0, isPresenting: false, isBrowser: true },
    ...change,
  };
}
