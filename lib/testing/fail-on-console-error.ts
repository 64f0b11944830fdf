import { afterEach, beforeEach, expect, vi } from 'vitest';

// An error that the code logs and the test does not expect is a failure nobody would otherwise see. A test that
// expects one takes it out: `takeConsoleErrors()`.

let unexpected: unknown[][] = [];

beforeEach(() => {
  unexpected = [];
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => void unexpected.push(args));
});

afterEach(() => {
  const seen = unexpected;
  unexpected = [];
  expect(seen, 'console.error was called').toEqual([]);
});

/** Takes the errors logged so far, for a test that wants them, so that they no longer count as unexpected. */
export function takeConsoleErrors(): unknown[][] {
  return unexpected.splice(0);
}
