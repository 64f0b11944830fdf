import type { NameKind } from './known-names';
import { nearestName } from './nearest-name';

const WORDS: Record<NameKind, string> = {
  locations: 'a location',
  themes: 'a theme',
  'identity-provider-groups': 'an identity provider group',
};

/** Looking for what was meant costs milliseconds each, and a file for another deployment may hold thousands of names. */
const MOST_SUGGESTIONS = 20;

/**
 * Finds names that do not exist on Infinity, where one unknown name voids a whole answer (policy-api.md §4 and §6, D). Made
 * once for all the names of a form or file; `existing` is what `knownNames` gave for this kind.
 *
 * @returns what is wrong with a name, in words that follow its field's; null when it exists
 */
export function nameChecker(kind: NameKind, existing: readonly string[]): (name: string) => string | null {
  const known = new Set(existing);
  const meant = new Map<string, string | null>();
  return (name) => {
    if (known.has(name)) return null;
    if (!meant.has(name) && meant.size < MOST_SUGGESTIONS) meant.set(name, nearestName(name, existing));
    const suggestion = meant.get(name);
    return `is not the name of ${WORDS[kind]} on Infinity${suggestion ? `; did you mean ${suggestion}?` : ''}`;
  };
}
