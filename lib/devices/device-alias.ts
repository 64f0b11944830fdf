/** The longest alias Infinity takes in a policy answer (policy-api.md §1, D), and that we store. */
export const LONGEST_ALIAS = 250;
/** The longest text worth reading: an alias with scheme, port and parameters around it. */
const LONGEST_TEXT = 512;
/** White space and quotation would not survive dialling; `;`, `?`, `<` and `>` begin what is no longer the alias. */
const ALIAS = /^[^\s\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069"<>;?\uFFFD]+$/u;

/**
 * The alias of a device, however it is written: `"Room" <sip:…>`, scheme, port, parameters and case undone. Unlike a meeting's
 * alias it keeps its domain, since devices of two domains are two devices. Percent-escapes are the caller's to decode,
 * once. Null when nothing is left that a device could be called (policy-api.md §3, D).
 */
export function deviceAlias(written: string): string | null {
  if (written.length > LONGEST_TEXT) return null;
  const bare = written
    .replace(/^[^<]*<((?:sips?|h323|tel):[^>]*)>.*$/i, '$1')
    .toLowerCase()
    .replace(/^(\s*(sips?|h323|tel):(\/\/)?)+/, '')
    .replace(/[;?].*$/s, '')
    .trim()
    .replace(/(:\d{1,5})+$/, '');
  return ALIAS.test(bare) && bare.length <= LONGEST_ALIAS ? bare : null;
}
