import { expect, it } from 'vitest';
import { addCounts, countPlaywright, countVitest } from './test-counts';

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 };

it('a test file that could not be loaded counts as failed', () => {
  expect(countVitest({ ...vitest, numFailedTestSuites: 1 })).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

it('skipped and unfinished tests are seen', () => {
  expect(countVitest({ ...vitest, numPendingTests: 1, numTodoTests: 2 }).skipped).toBe(3);
});

it('a flaky test is a failed one, and so is an error outside every test', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{ message: 'set-up failed' }] })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
  });
});

it('suites add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
