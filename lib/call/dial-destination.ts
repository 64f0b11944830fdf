import type { DialProtocol } from './host-controls';
import { plainDigits } from './plain-digits';

export interface DialDestination {
  /** As the node wants it. */
  to: string;
  protocol: DialProtocol;
}

/** E.164 has at most 15 digits; short ones are numbers inside a company. */
const PHONE = /^\+?\d{2,15}$/;
const SIP = /^(sips?:)?[^\s@:<>"]+@[^\s@<>"]+$/i;

/** What somebody typed to call a telephone or a room in; null for what is neither. */
export function dialDestination(typed: string): DialDestination | null {
  const text = typed.trim();
  const digits = plainDigits(text)
    .replace(/^(tel:)/i, '')
    .replace(/[\s().\-/]/g, '');
  if (PHONE.test(digits)) return { to: digits, protocol: 'auto' };
  if (text.length > 250 || !SIP.test(text)) return null;
  return { to: /^sips?:/i.test(text) ? text : `sip:${text}`, protocol: 'sip' };
}
