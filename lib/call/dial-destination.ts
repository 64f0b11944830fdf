import type { DialProtocol } from './host-controls';
import { plainDigits } from './plain-digits';

export interface DialDestination {
  /** As the node wants it. */
  to: string;
  protocol: DialProtocol;
}

/** E.164 has at most 15 digits; short ones are numbers inside a company. */
const PHONE = /^\+?\d{2,15}$/;
/** Of a room system; a telephone number in such groups begins with the 0 of its country. */
const IP_ADDRESS = /^[1-9]\d{0,2}(\.\d{1,3}){3}$/;
const SIP = /^(sips?:)?[^\s@:<>"]+@[^\s@<>"]+$/i;

/** What somebody typed to call a telephone or a room in; null for what is neither. */
export function dialDestination(typed: string): DialDestination | null {
  const text = typed.trim();
  const plain = plainDigits(text);
  // Dialled as a room at an address is: SIP would want to know whom there, and routing rules are about names.
  if (IP_ADDRESS.test(plain)) {
    return plain.split('.').every((part) => Number(part) < 256) ? { to: plain, protocol: 'h323' } : null;
  }
  const digits = plain.replace(/^(tel:)/i, '').replace(/[\s().\-/]/g, '');
  if (PHONE.test(digits)) return { to: digits, protocol: 'auto' };
  if (text.length > 250 || !SIP.test(text)) return null;
  return { to: /^sips?:/i.test(text) ? text : `sip:${text}`, protocol: 'sip' };
}
