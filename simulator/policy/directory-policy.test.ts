import { describe, expect, test } from 'vitest';
import { mergeDirectories, readDirectoryAnswer } from './directory-policy';

const entry = (alias: string) => ({ alias, description: `About ${alias}`, username: '' });
const read = (result: unknown, ignoreLocal?: unknown) =>
  readDirectoryAnswer({ action: undefined, result, ignoreLocal }, 2);

describe("a directory's answer", () => {
  test('is a list in its own order', () => {
    expect(read([entry('b'), entry('a')])).toEqual({
      verdict: 'used',
      value: { entries: [entry('b'), entry('a')], ignoresLocal: false },
    });
    expect(read([], true)).toEqual({ verdict: 'used', value: { entries: [], ignoresLocal: true } });
  });
  test.each<[string, unknown, unknown, string]>([
    ['no list', { a: entry('a') }, undefined, 'result'],
    ['nothing at all', undefined, undefined, 'result'],
    ['more than were asked for', [entry('a'), entry('b'), entry('c')], undefined, 'result'],
    ['an entry without description', [entry('a'), { alias: 'b', username: '' }], undefined, 'result.1.description'],
    ['null for a name', [{ ...entry('a'), username: null }], undefined, 'result.0.username'],
    ['251 characters', [entry('a'.repeat(251))], undefined, 'result.0.alias'],
    ['a flag as text', [entry('a')], 'true', 'ignore_local'],
  ])('is void with %s', (_case, result, ignoreLocal, field) => {
    expect(read(result, ignoreLocal)).toEqual({
      verdict: 'void',
      field: expect.stringContaining(`Field=${field} `),
    });
  });
});

describe('what a device is shown', () => {
  test('is policy first, then what policy has not named', () => {
    const policy = { entries: [entry('Ward'), entry('x')], ignoresLocal: false };
    expect(mergeDirectories(policy, [entry('ward'), entry('y'), entry('z')], 3).map(({ alias }) => alias)).toEqual([
      'Ward',
      'x',
      'y',
    ]);
  });
  test('is policy alone when that says so', () => {
    expect(mergeDirectories({ entries: [], ignoresLocal: true }, [entry('y')])).toEqual([]);
  });
  test('is local without an answer', () => {
    expect(mergeDirectories(null, [entry('y')])).toEqual([entry('y')]);
  });
});
