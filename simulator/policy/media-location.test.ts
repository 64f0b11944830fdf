import { describe, expect, test } from 'vitest';
import { readLocationAnswer } from './media-location';

const read = (result: unknown) =>
  readLocationAnswer({ action: undefined, result, ignoreLocal: undefined }, ['Oslo', 'London']);

describe('the answer about a media location', () => {
  test('is used when every name is configured', () => {
    expect(read({ location: 'Oslo', overflow_locations: ['London'] })).toEqual({ verdict: 'used', value: 'Oslo' });
    expect(read({ location: 'London', primary_overflow_location: 'Oslo' })).toEqual({
      verdict: 'used',
      value: 'London',
    });
  });
  test.each<[string, unknown, string]>([
    ['one unknown overflow', { location: 'Oslo', overflow_locations: ['London', 'Paris'] }, 'overflow_locations.1'],
    ['a name in another case', { location: 'oslo' }, 'location'],
    ['an empty result', {}, 'location'],
    ['no result', undefined, 'result'],
    ['an unknown name in the older form', { location: 'Oslo', secondary_overflow_location: 'Paris' }, 'secondary_'],
  ])('is void with %s', (_case, result, field) => {
    expect(read(result)).toEqual({ verdict: 'void', field: expect.stringContaining(`Field=${field}`) });
  });
});
