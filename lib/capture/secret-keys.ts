import { LRUCache } from 'lru-cache';

/** Words that make a key's value nobody else's to read, wherever they stand in it: better one too many than one too few. */
const SECRET_WORD =
  /pass_?(word|code|phrase|wd)|pwd|pin|token|secret|authorization|credential|session|jwt|signature|(api|access|host|stream)_?key/;
/** Short ones, which other words contain; `auth_type` and `author` say nothing secret. */
const SECRET_SYLLABLE = /auth(?!_?type|or)|(^|_)otp(_|$)/;

/** Whole words that one of those is part of, and that say nothing secret. */
const HARMLESS_WORD = /^((pre|un)?authenticated|pinn(ed|ing))$/;

/** Whether the value of this key, in whatever spelling, is to be masked. */
export const isSecretKey = (key: string): boolean => whatItHolds(key) === 'secret';

/** Our ticket: who has all of it may join in its holder's name. Also as `callTag`, `x_call_tag` and `call_tag[]`. */
export const isTicketKey = (key: string): boolean => whatItHolds(key) === 'ticket';

type Holds = 'secret' | 'ticket' | 'anything';

/** Nodes send the same thirty keys again and again. */
const known = new LRUCache<string, Holds>({ max: 1_000 });
const LONGEST_KNOWN = 100;

function whatItHolds(key: string): Holds {
  const before = known.get(key);
  if (before) return before;
  const spelt = spelling(key);
  const words = spelt.split('_').filter((word) => !HARMLESS_WORD.test(word));
  const telling = words.join('_');
  const isSecret = SECRET_WORD.test(telling) || SECRET_SYLLABLE.test(telling);
  const holds = isSecret ? 'secret' : /call_?tag/.test(spelt) ? 'ticket' : 'anything';
  if (key.length <= LONGEST_KNOWN) known.set(key, holds);
  return holds;
}

/** Words apart by one `_` and in lower case, however they were written. */
function spelling(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
}
