import type { ConferenceService } from './conference-service';
import type { Role } from './conference-state';

export type PinOutcome =
  | { type: 'role'; role: Role }
  /** `guestPin: 'none'` tells the client that a guest may come in without one. */
  | { type: 'pin-required'; guestPin: 'required' | 'none' }
  | { type: 'wrong-pin' };

// A PIN configured as `4821#` may be typed with or without its closing `#`.
function isPin(typed: string, pin: string | null): boolean {
  return pin !== null && typed.replace(/#$/, '') === pin.replace(/#$/, '');
}

/**
 * Which role a caller gets. `typed` is the `pin` header: digits, the literal `none` for "as a guest without PIN", or
 * null when the client has not asked its user yet (client-api.md §1, policy-api.md §4).
 */
export function decidePin(service: ConferenceService, typed: string | null): PinOutcome {
  if (service.pin === null) return { type: 'role', role: 'chair' };
  if (typed !== null && isPin(typed, service.pin)) return { type: 'role', role: 'chair' };

  const guestsNeedPin = !service.allowsGuests || service.guestPin !== null;
  if (typed === 'none' && !guestsNeedPin) return { type: 'role', role: 'guest' };
  if (typed === null || typed === '' || typed === 'none') {
    return { type: 'pin-required', guestPin: guestsNeedPin ? 'required' : 'none' };
  }
  if (service.allowsGuests && isPin(typed, service.guestPin)) return { type: 'role', role: 'guest' };
  return { type: 'wrong-pin' };
}
