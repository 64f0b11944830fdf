import { randomBytes } from 'node:crypto';

/** What follows our prefix: 128 random bits and a little, in letters and digits that survive dialling and reading aloud. */
const SUFFIX_LENGTH = 26;
// Crockford's base 32: no i, l, o or u, so a spoken alias is not misheard.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const SUFFIX = new RegExp(`^[${ALPHABET}]{${SUFFIX_LENGTH}}$`);

/** Five random bits a character, from the operating system. */
export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('');
}

/** A new alias: prefix and 130 random bits, lower-case, safe in a URL and in a SIP address. */
export function newAlias(prefix: string): string {
  return prefix + randomText(SUFFIX_LENGTH);
}

/** Nothing to undo: how browsers dial. */
const BARE = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9-])?$/;
const SCHEMES = 'sips?|h323|tel|teams|rtmps?';
const BRACKETED = new RegExp(`^[^<]*<((?:${SCHEMES}):[^>]*)>.*$`, 'i');
const SCHEME = new RegExp(`^((${SCHEMES}):(//)?)+`);

/** The longest dialled text worth reading: a SIP user part, host, port and scheme. */
const LONGEST_DIALLED = 512;

/**
 * The alias behind what was dialled: scheme, `<…>`, `@domain`, port, case and percent-escapes undone, the `host##alias` of
 * H.323, and what stands before the last slash of a stream's address (design.md §4, policy-api.md §3). Null when there is
 * nothing left. Of our aliases nobody else can have given one out, so whatever contains one whole is taken for it.
 */
export function dialledAlias(dialled: string): string | null {
  if (dialled.length > LONGEST_DIALLED) return null;
  if (BARE.test(dialled)) return dialled;
  // Some gateways escape what is escaped already.
  const bare = withoutEscapes(withoutEscapes(dialled))
    .replace(BRACKETED, '$1') // "Name" <sip:…>
    .trim()
    .toLowerCase()
    .replace(/[;?].*$/, '') // SIP parameters
    .replace(/\/+$/, '')
    .replace(/^rtmps?:\/\/.*\//, '')
    .replace(SCHEME, '')
    .replace(/^[^#]*##/, '')
    .replaceAll('\0', '') // that was escaped, and that no text in Postgres may hold
    .replace(/@.*$/, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/[./]+$/, ''); // of a name that is written out, or of a path
  return bare === '' ? null : bare;
}

/** SIP addresses may escape any character (RFC 3261 §25.1); broken escapes are part of the name. */
function withoutEscapes(dialled: string): string {
  return dialled.replace(/(%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** Whether an alias, already undone, is one that only we could have given out. */
export function isOurs(alias: string, prefix: string): boolean {
  return alias.startsWith(prefix);
}

/** Whether an alias of ours has the form we give out; anything else need not be looked up. */
export function isWellFormed(alias: string, prefix: string): boolean {
  return isOurs(alias, prefix) && SUFFIX.test(alias.slice(prefix.length));
}
