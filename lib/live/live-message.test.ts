import { expect, test } from 'vitest';
import { HEARTBEAT } from './live-message';

test('a beat is an event that a page hears, and leaves its place in the sequence as it is', () => {
  const lines = new TextDecoder().decode(HEARTBEAT).split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^event: beat$/));
  // Without data a browser tells nothing; with an id it would be somewhere else in the sequence.
  expect(lines).toContainEqual(expect.stringMatching(/^data: ./));
  expect(lines.some((line) => line.startsWith('id'))).toBe(false);
  expect(lines.slice(-2)).toEqual(['', '']);
});
