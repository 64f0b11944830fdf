import type { Person } from '@/lib/conferences/person';

/** Dana, a guest of the call of most tests, at its door since one minute past ten, but for what is said. */
export function person(change: Partial<Person> = {}): Person {
  return {
    ...{ serviceName: 'Call 4F7A', conversationId: 'c-1', displayName: 'Dana', address: null, protocol: 'WebRTC' },
    ...{ role: 'guest', ticketId: null, agentId: null, isCounted: true, isWaiting: false, isMuted: false, room: null },
    ...{ arrivedAt: new Date(Date.UTC(2026, 10, 20, 10, 1)), joinedAt: null },
    ...{ leftAt: null, leftReason: null, leftKnownBy: null },
    ...{ awayMs: 0, quality: null, worstQuality: null, streams: null },
    ...change,
  };
}
