import type { InfinityNames } from './settings-api';

/** Why names are not checked, and what to do about it; null where they are. */
export function uncheckedWords(names: InfinityNames): string | null {
  const reasons = new Set(Object.values(names).map((list) => (list.checked ? null : list.why)));
  if (reasons.has('unreachable')) {
    return (
      'The Management Node does not answer just now, so names of themes, locations and groups have to be typed, exactly ' +
      'as they are on Infinity.'
    );
  }
  if (!reasons.has('not-configured')) return null;
  return (
    'No Management Node is set up, so nobody checks that themes, locations and groups exist. Type their names exactly as ' +
    'Infinity has them: one wrong name and Infinity drops the whole answer, and nobody gets into new meetings.'
  );
}
