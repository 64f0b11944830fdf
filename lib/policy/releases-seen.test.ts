import { expect, it } from 'vitest';
import { hasOlderNodes, noteRelease } from './releases-seen';

const HOUR = 60 * 60 * 1000;

it.each(['35', '39', '', 'v36'])('a node of release "%s" alone is no older one', (version) => {
  noteRelease(version, HOUR);
  expect(hasOlderNodes(version, HOUR)).toBe(false);
});

it('while an older node is about, every node is told what that one knows', () => {
  noteRelease('34', 10 * HOUR);
  for (const version of ['34', '35', '']) expect(hasOlderNodes(version, 11 * HOUR - 1), version).toBe(true);
  expect(hasOlderNodes('35', 11 * HOUR), 'an hour without a word from it').toBe(false);
  expect(hasOlderNodes('34', 11 * HOUR), 'it asks again').toBe(true);
});
