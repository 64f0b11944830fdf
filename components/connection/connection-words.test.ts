import { describe, expect, it } from 'vitest';
import { agoWords, byNode, durationWords, isSilent, sizeWords, statusWords, verdictWords } from './connection-words';

const NOW = Date.parse('2026-11-21T12:00:00.000Z');
const HOUR = 60 * 60_000;
const node = (address: string, secondsAgo: number, location = 'Oslo') => ({
  node: address,
  location,
  version: '39',
  firstSeenAt: new Date(NOW - 100 * HOUR).toISOString(),
  lastSeenAt: new Date(NOW - secondsAgo * 1_000).toISOString(),
  requests: 7,
  askedAt: { service: null, participant: null, location: null, avatar: null, directory: null, registration: null },
});

describe('the status line', () => {
  it('says how many nodes ask and how long ago the last one did', () => {
    expect(statusWords([node('a', 3), node('b', 60)], NOW)).toBe('Two nodes ask us. Last request 3 s ago.');
  });

  it('counts a node once, whatever locations it is in, and apart when it has fallen silent', () => {
    const nodes = [node('a', 3), node('a', 5, 'Rome'), node('b', 25 * 60 * 60)];
    expect(statusWords(nodes, NOW)).toBe('One node asks us, one is silent. Last request 3 s ago.');
    expect(byNode(nodes).map((each) => [each.node, each.sightings.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('does not count as a node what came without an address of one', () => {
    expect(statusWords([node('a', 3), node('', 1)], NOW)).toBe('One node asks us. Last request just now.');
    expect(statusWords([node('', 3)], NOW)).toBe('We are asked without a node’s address. Last request 3 s ago.');
  });

  it('says when nobody has asked yet, and when nobody asks any more', () => {
    expect(statusWords([], NOW)).toBe('No node has asked us yet.');
    expect(statusWords([node('a', 50 * 60 * 60)], NOW)).toBe(
      'No node has asked us for a day. Last request 2 days ago.',
    );
  });
});

it('a node is silent after a day, not after a quiet night', () => {
  expect(isSilent(node('a', 14 * 60 * 60), NOW)).toBe(false);
  expect(isSilent(node('a', 24 * 60 * 60 + 1), NOW)).toBe(true);
});

it.each([
  [-500, 'just now'],
  [3_400, '3 s ago'],
  [119_000, '119 s ago'],
  [5 * 60_000, '5 min ago'],
  [3 * HOUR, '3 h ago'],
  [49 * HOUR, '2 days ago'],
])('%d ms ago is said as %s', (ms, words) => expect(agoWords(ms)).toBe(words));

it.each([
  [420, '0.42 ms'],
  [994, '0.99 ms'],
  [996, '1.0 ms'],
  [9_940, '9.9 ms'],
  [9_960, '10 ms'],
  [12_345, '12 ms'],
  [1_240_000, '1.2 s'],
])('%d µs is said as %s', (us, words) => expect(durationWords(us)).toBe(words));

it.each([
  [12, '12 bytes'],
  [9_728, '9.5 KB'],
  [12 * 1024 * 1024, '12 MB'],
])('%d bytes is said as %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));

it('the tester’s verdict is good only where the names in an answer were found', () => {
  const words = (missing: string[], unchecked: 'not-configured' | 'unreachable' | null, hasFailed = false) =>
    verdictWords(hasFailed, { missing, unchecked });
  expect(words([], null)).toBe('Infinity’s rules accept this answer.');
  expect(words(['“Nordic” is not the name of a theme on Infinity'], null)).toContain('drops this whole answer');
  expect(words([], 'not-configured')).toContain('no Management Node is set up');
  expect(words([], 'unreachable')).toContain('does not answer');
  expect(words([], null, true)).toContain('falls back');
});
