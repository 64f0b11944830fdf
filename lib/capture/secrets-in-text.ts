import { decodeEscapes } from './decode-escapes';
import { isSecretKey, isTicketKey } from './secret-keys';
import { MASK, maskStreamKeys } from './stream-keys';

/** An address in an address in a query: encoded three times is more than anybody means. */
const MOST_LAYERS = 3;
const SHOWN_OF_TICKET = 8;

/** The key of a pair within a text; read once, from its beginning. */
const PAIR_KEY = /(?<![\w.\-[\]])[\w.\-[\]]+=/g;
/** Its value: all that is in quotes, or what comes before the next pair of a query. It may hold `;` and `=`. */
const PAIR_VALUE = /"[^"]*"?|'[^']*'?|[^\s&"'<>]+/y;

/** Schemes whose addresses are a name without `//`: what follows them is no password yet. */
const NAME_SCHEME = /^(sips?|h323|tel|mailto|xmpp|im):/i;

/**
 * A text without stream keys, passwords in addresses and `pin=…` and the like, also where they are percent-encoded. With a
 * secret below an encoding all of the text is kept decoded; without one the text stays as it came. Takes time in proportion
 * to the text's length. Pure; never throws.
 */
export function maskEverywhere(text: string, layers = MOST_LAYERS): string {
  const masked = maskPlain(text);
  if (layers === 0 || !masked.includes('%')) return masked;
  const decoded = decodeEscapes(masked);
  if (decoded === masked) return masked;
  const deeper = maskEverywhere(decoded, layers - 1);
  return deeper === decoded ? masked : deeper;
}

/** Enough of a ticket to tell two apart, too little to join with. */
export function shortTicket(ticket: string): string {
  return ticket.length > SHOWN_OF_TICKET ? `${[...ticket].slice(0, SHOWN_OF_TICKET).join('')}…` : ticket;
}

function maskPlain(text: string): string {
  return maskPairs(maskPasswords(maskStreamKeys(text)));
}

function maskPairs(text: string): string {
  let masked = '';
  let done = 0;
  PAIR_KEY.lastIndex = 0;
  for (let found = PAIR_KEY.exec(text); found; found = PAIR_KEY.exec(text)) {
    const key = found[0].slice(0, -1);
    const start = PAIR_KEY.lastIndex;
    PAIR_VALUE.lastIndex = start;
    // A value that nobody need hide may hold pairs itself, so the search goes on right after its key.
    const [value] = isSecretKey(key) || isTicketKey(key) ? (PAIR_VALUE.exec(text) ?? []) : [];
    if (value === undefined) continue;
    masked += text.slice(done, start) + (isSecretKey(key) ? MASK : shortTicket(value));
    done = PAIR_KEY.lastIndex = start + value.length;
  }
  return masked + text.slice(done);
}

/** `user:password@` of any address, with `//` or without. */
function maskPasswords(text: string): string {
  if (!text.includes('@')) return text;
  return text
    .split(/([\s"'<>/?#&=]+)/)
    .map(maskPassword)
    .join('');
}

function maskPassword(part: string): string {
  const at = part.lastIndexOf('@');
  if (at < 0) return part;
  const [scheme = ''] = NAME_SCHEME.exec(part) ?? [];
  const colon = part.indexOf(':', scheme.length);
  return colon < 0 || colon >= at - 1 ? part : `${part.slice(0, colon + 1)}${MASK}${part.slice(at)}`;
}
