import { expect, it } from 'vitest';
import type { InfinityNames, NameList } from './settings-api';
import { uncheckedWords } from './unchecked-words';

const all = (list: NameList): InfinityNames => ({ locations: list, themes: list, identityProviderGroups: list });
const CHECKED: NameList = { checked: true, names: [] };

it.each([
  ['not-configured', 'No Management Node is set up'],
  ['unreachable', 'does not answer just now'],
] as const)('names that are unchecked because it is %s are said to be so', (why, words) => {
  expect(uncheckedWords(all({ checked: false, why }))).toContain(words);
  expect(uncheckedWords({ ...all(CHECKED), themes: { checked: false, why } })).toContain(words);
});

it('names that are checked need no word', () => {
  expect(uncheckedWords(all(CHECKED))).toBeNull();
});
