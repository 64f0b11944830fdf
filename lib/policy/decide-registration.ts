import type { PolicySettings } from '@/lib/settings/policy-settings';

export type RegistrationDecision =
  /** The device has to present these; both empty means that it need not present any (policy-api.md §8, D). */
  | { action: 'credentials'; username: string; password: string; reason: string }
  | { action: 'reject'; reason: string }
  /** Infinity's own list decides. */
  | { action: 'continue'; reason: string };

/** How a device may register. Those that sign in elsewhere bring no credentials for us to compare. */
export function decideRegistration(
  device: { username: string; password: string } | null,
  isSingleSignOn: boolean,
  otherDevices: PolicySettings['otherDevices'],
): RegistrationDecision {
  if (device) {
    if (isSingleSignOn) return { action: 'continue', reason: 'a device of ours that signs in elsewhere' };
    const { username, password } = device;
    const reason = username === '' ? 'a device of ours without credentials' : 'a device of ours';
    return { action: 'credentials', username, password, reason };
  }
  switch (otherDevices) {
    case 'own-list':
      return { action: 'continue', reason: 'not a device of ours: own list' };
    case 'reject':
      return { action: 'reject', reason: 'not a device of ours' };
    case 'no-credentials':
      // Single sign-on is not switched off by it: that node asked who signs in, not what with.
      if (isSingleSignOn) return { action: 'continue', reason: 'not a device of ours, signs in elsewhere' };
      return { action: 'credentials', username: '', password: '', reason: 'not a device of ours: no credentials' };
  }
}
