import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likePatterns } from './like-patterns';

/** As Postgres reads it, of a text whose A to Z are small. */
function isLike(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\([^])|%|([^\\%])/gu, (whole, escaped?: string) => {
    if (whole === '%') return '[^]*';
    return (escaped ?? whole).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return new RegExp(`^${source}$`, 'u').test(small);
}

test('one character of any script is looked for, not everything', () => {
  expect(likePatterns('李')).toEqual(['%李%']);
  expect(likePatterns('Ö').toSorted()).toEqual(['%Ö%', '%ö%']);
  expect(likePatterns('李小龍')).toEqual(['%李小龍%']);
  expect(likePatterns('Møn').toSorted()).toEqual(['%mØn%', '%møn%']);
  expect(likePatterns('Müller')).toEqual(['%m%ller%']);
  expect(isLike('Dana', likePatterns('ъ')[0]!)).toBe(false);
});

test('a long name is looked for by its first letters, in a few patterns', () => {
  const patterns = likePatterns('Владимирович');
  expect(patterns).toHaveLength(8);
  expect(patterns).toContain('%Вла%');
});

test('what stands for something in a pattern stands for itself', () => {
  expect(likePatterns('50%_a\\B')).toEqual(['%50\\%\\_a\\\\b%']);
  expect(likePatterns('%')).toEqual(['%\\%%']);
});

test('whatever has the text in it, in whatever case, fits one of them', () => {
  const letters = [...'aKzöÖßẞçıİiσΣςжЖǆǅǄθϴΘåÅ李小%_\\ -'];
  const word = fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((found) => found.join(''));
  const anyCase = fc
    .tuple(word, fc.func(fc.boolean()))
    .map(([text, isLarge]) => [
      text,
      [...text]
        .map((letter, place) =>
          isLarge(place) && [...letter.toUpperCase()].length === 1 ? letter.toUpperCase() : letter,
        )
        .join(''),
    ]);
  const fits = ([text, written]: string[], before: string, after: string) => {
    const whole = before + written! + after;
    // As the database compares in the end; those that are A to Z only when made small are left out there too.
    fc.pre(whole.toLowerCase().includes(text!.toLowerCase()) && !/[İK]/u.test(whole));
    expect(likePatterns(text!).some((pattern) => isLike(whole, pattern))).toBe(true);
  };
  fc.assert(fc.property(anyCase, word, word, fits), { numRuns: 3_000 });
});
