import { expect, it } from 'vitest';
import { nameChecker } from './check-names';

const check = nameChecker('locations', ['Oslo', 'London']);

it('a name that exists is fine, and one that differs in capitals alone is another name', () => {
  expect(check('Oslo')).toBeNull();
  expect(check('oslo')).toBe('is not the name of a location on Infinity; did you mean Oslo?');
});

it('a name that nothing is like is refused without a guess', () => {
  expect(check('Reykjavik')).toBe('is not the name of a location on Infinity');
  expect(nameChecker('themes', [])('Oslo')).toBe('is not the name of a theme on Infinity');
});

it('guesses end after twenty names, and the names are refused all the same', () => {
  const many = nameChecker('identity-provider-groups', ['Staff']);
  const messages = Array.from({ length: 25 }, (_, index) => many(`Staff${String.fromCharCode(97 + index)}`));
  const words = 'is not the name of an identity provider group on Infinity';
  expect(messages.map((message) => message!.startsWith(words))).not.toContain(false);
  expect(messages.filter((message) => message!.endsWith('; did you mean Staff?'))).toHaveLength(20);
  expect(many('Staffa'), 'one that was looked for before costs nothing').toContain('did you mean');
});
