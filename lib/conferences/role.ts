// A map, since an object knows more names than ours: `__proto__`, `constructor`.
const ROLES = new Map<string, 'host' | 'guest'>([
  ['chair', 'host'],
  ['host', 'host'],
  ['guest', 'guest'],
]);

/**
 * The role that one of Infinity's words stands for. Events and lists say `chair` (event-sink.md §3), other parts of Infinity
 * `HOST`. Undefined for every other word: `unknown` says nothing, so it does not replace a role that is known.
 */
export function roleOf(word: string | undefined): 'host' | 'guest' | undefined {
  return word === undefined ? undefined : ROLES.get(word.toLowerCase());
}
