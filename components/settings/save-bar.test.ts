import { expect, it } from 'vitest';
import { failureWords } from './save-bar';

const failure = { code: 'unreachable', detail: 'We could not be reached.' };

it('when one half of the form is saved and the other is not, the bar says which', () => {
  const half = 'What meetings are like is saved; who comes in is not.';
  expect(failureWords({ failure, isHalfSaved: true }, 0)).toBe(`${half} We could not be reached.`);
  expect(failureWords({ failure: { code: 'other' }, isHalfSaved: true }, 0)).toBe(`${half} Try again.`);
  expect(failureWords({ failure }, 0)).toBe('We could not be reached.');
  expect(failureWords({ failure: { code: 'other' } }, 0)).toBe('Not saved. Try again.');
});
