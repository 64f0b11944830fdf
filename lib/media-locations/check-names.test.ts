import { expect, test } from 'vitest';
import { ruleNamesChecker } from './check-names';

const RULE = { askingLocation: '', network: '', protocol: '', location: 'Oslo', overflow: [], note: '' };
const check = ruleNamesChecker(['Oslo', 'London']);

test('names that exist are fine, and an empty asking location is no name', () => {
  expect(check({ ...RULE, askingLocation: 'London', overflow: ['London'] })).toEqual([]);
});

test('every name that does not exist is named at its field, with what was probably meant', () => {
  expect(check({ ...RULE, askingLocation: 'oslo', location: 'Reykjavik', overflow: ['Oslo', 'Londn'] })).toEqual([
    { field: 'askingLocation', message: 'is not the name of a location on Infinity; did you mean Oslo?' },
    { field: 'location', message: 'is not the name of a location on Infinity' },
    { field: 'overflow.1', message: 'is not the name of a location on Infinity; did you mean London?' },
  ]);
});
