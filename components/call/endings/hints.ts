import type { CallFailure } from '@/lib/call/failures';

export type Hint = 'otherNetwork' | 'noVpn' | 'reload' | 'otherBrowser' | 'askIt';

const hints: Partial<Record<CallFailure, readonly Hint[]>> = {
  'site-unreachable': ['reload', 'otherNetwork'],
  'node-unreachable': ['noVpn', 'otherNetwork', 'askIt'],
  'media-blocked': ['noVpn', 'otherNetwork', 'askIt'],
  'connection-lost': ['otherNetwork', 'noVpn'],
  other: ['reload', 'otherBrowser'],
};

/** What is worth trying after a call that did not come to be, the easiest first. */
export function hintsFor(failure: CallFailure): readonly Hint[] {
  return hints[failure] ?? [];
}
