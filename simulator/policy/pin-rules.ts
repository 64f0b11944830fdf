const pinPattern = /^\d{3,19}#$|^\d{4,20}$/;

interface Pins {
  allow_guests?: boolean | undefined;
  pin?: string | undefined;
  guest_pin?: string | undefined;
}

interface Fault {
  field: 'pin' | 'guest_pin';
  reason: string;
}

/**
 * Infinity's rules for PINs (policy-api.md §4): 4 to 20 digits including one optional closing `#`; guests need a host
 * PIN to exist; a guest PIN differs from the host's and has the same length or the same closing `#`.
 */
export function pinFault({ allow_guests, pin, guest_pin }: Pins): Fault | null {
  if (pin !== undefined && !pinPattern.test(pin))
    return { field: 'pin', reason: 'not 4 to 20 digits with an optional #' };
  if (allow_guests && pin === undefined) return { field: 'pin', reason: 'needed when allow_guests is true' };
  // An empty guest PIN is what Pexip's own sample sends for "none".
  if (guest_pin === undefined || guest_pin === '') return null;
  const fault = (reason: string): Fault => ({ field: 'guest_pin', reason });
  if (!pinPattern.test(guest_pin)) return fault('not 4 to 20 digits with an optional #');
  if (!allow_guests || pin === undefined) return fault('needs allow_guests');
  if (guest_pin === pin) return fault('same as pin');
  if (guest_pin.endsWith('#') !== pin.endsWith('#')) return fault('both or neither end in #');
  if (!pin.endsWith('#') && guest_pin.length !== pin.length) return fault('as long as pin, or both end in #');
  return null;
}
