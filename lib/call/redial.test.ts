import { describe, expect, it } from 'vitest';
import { afterFailure, isWorthAnotherTry, nextStep, nodesToTry, speaksAgainstNode } from './redial';
import type { FailedCall, LinkTrouble } from './redial';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const END = 60 * MINUTE;

const began: LinkTrouble = {
  ...{ sinceMs: 0, isLost: false, onlineSinceMs: 0 },
  ...{ tries: 0, lastTryMs: null, tryingSinceMs: null },
};
/** What happened, when one looks (s), and what comes of it; a number is how long to wait (s). */
type Row = [string, Partial<LinkTrouble>, number, 'redial' | 'time-up' | 'connection-lost' | number];

const table: Row[] = [
  ['an interruption is the client’s to mend at first', {}, 0, 8],
  ['… and no longer than that', {}, 8, 'redial'],
  ['while there is no network, nothing is done', { onlineSinceMs: null }, 60, 59 * 60],
  ['a network that is back leaves the client a moment', { onlineSinceMs: 20 * SECOND }, 20, 4],
  ['… and then a new call', { onlineSinceMs: 20 * SECOND }, 24, 'redial'],
  ['a network that came back early does not shorten its patience', { onlineSinceMs: SECOND }, 5, 3],

  ['a lost call is dialled anew at once', { isLost: true }, 0, 'redial'],
  ['without a network it waits', { isLost: true, onlineSinceMs: null }, 1, 4],
  ['… and tries all the same, for browsers are wrong at times', { isLost: true, onlineSinceMs: null }, 5, 'redial'],
  ['when the network is back, at once', { isLost: true, onlineSinceMs: 20 * SECOND }, 20, 'redial'],
  ['after one try in vain, a second later', { isLost: true, tries: 1, lastTryMs: 3 * SECOND }, 3, 1],
  ['… then', { isLost: true, tries: 1, lastTryMs: 3 * SECOND }, 4, 'redial'],
  ['after three, three seconds later', { isLost: true, tries: 3, lastTryMs: 9 * SECOND }, 10, 2],
  ['after many, five seconds later', { isLost: true, tries: 40, lastTryMs: 90 * SECOND }, 90, 5],
  ['one try at a time', { isLost: true, tries: 2, lastTryMs: 0, tryingSinceMs: 10 * SECOND }, 15, 15],
  ['… but none for ever', { isLost: true, tries: 2, lastTryMs: 0, tryingSinceMs: 10 * SECOND }, 30, 'redial'],

  ['after five minutes it is lost', { isLost: true, tries: 60, lastTryMs: 299 * SECOND }, 300, 'connection-lost'],
  ['… of which those without a network do not count', { onlineSinceMs: null }, 300, 55 * 60],
  ['… that is, after five with one', { isLost: true, onlineSinceMs: 90 * SECOND }, 390, 'connection-lost'],
  ['… and during a try', { isLost: true, tryingSinceMs: 299 * SECOND }, 300, 'connection-lost'],
  ['what is waited for never lies behind that', { isLost: true, tries: 9, lastTryMs: 298 * SECOND }, 298, 2],
];

describe('a link in trouble', () => {
  it.each(table)('%s', (_what, change, atSeconds, expected) => {
    const step = nextStep({ ...began, ...change }, END, atSeconds * SECOND);
    const got = step.do === 'wait' ? step.forMs / SECOND : step.do === 'give-up' ? step.reason : step.do;
    expect(got).toBe(expected);
  });

  it('is of no interest once the meeting is over', () => {
    expect(nextStep({ ...began, isLost: true }, MINUTE, MINUTE)).toEqual({ do: 'give-up', reason: 'time-up' });
    expect(nextStep({ ...began, onlineSinceMs: null }, MINUTE, 50 * SECOND)).toEqual({
      do: 'wait',
      forMs: 10 * SECOND,
    });
  });
});

it('who may not come in, or has nowhere to go, is not tried again; what may pass, is', () => {
  const passing = ['site-unreachable', 'node-unreachable', 'connection-lost', 'media-blocked', 'busy'] as const;
  const final = [
    ...(['not-allowed', 'ended', 'cancelled', 'not-found', 'full', 'unsupported', 'not-open', 'invalid-name'] as const),
    ...(['invitation-withdrawn', 'invitation-required', 'invitation-unknown', 'asks-for-more'] as const),
  ];
  expect(passing.filter(isWorthAnotherTry)).toEqual(passing);
  expect(final.filter(isWorthAnotherTry)).toEqual([]);
});

describe('after a failure', () => {
  const first: FailedCall = { wasUp: false, wasRedial: false, lostForMs: 0, hasOtherNode: true };
  const up: FailedCall = { ...first, wasUp: true };
  const redial: FailedCall = { ...up, wasRedial: true };

  it.each([
    ['a node out of reach gives way to the next', 'node-unreachable', first, 'next-node'],
    ['… so does one that has no room', 'busy', first, 'next-node'],
    ['… and one by which sound and picture do not get through', 'media-blocked', first, 'next-node'],
    ['… while there is one', 'node-unreachable', { ...first, hasOtherNode: false }, 'tell'],
    ['what another node would say as well is told', 'not-allowed', first, 'tell'],
    ['a call that was up is dialled anew', 'connection-lost', up, 'redial'],
    ['… and again a little later', 'node-unreachable', redial, 'redial-later'],
    ['… but not where one may not come in any more', 'not-allowed', redial, 'tell'],
    ['a full meeting may be full of oneself', 'full', { ...redial, lostForMs: 2 * MINUTE - 1 }, 'redial-later'],
    ['… until the node has dropped the old leg', 'full', { ...redial, lostForMs: 2 * MINUTE }, 'tell'],
    ['… and not where the meeting is gone', 'ended', redial, 'tell'],
    ['… nor where the invitation was withdrawn', 'invitation-withdrawn', redial, 'tell'],
  ] as const)('%s', (_what, failure, call, expected) => {
    expect(afterFailure(failure, call)).toBe(expected);
  });
});

it('speaks against the node what another may not have, and not that a call was lost that was up', () => {
  expect(speaksAgainstNode('busy', true)).toBe(true);
  expect(speaksAgainstNode('connection-lost', false)).toBe(true);
  expect(speaksAgainstNode('connection-lost', true)).toBe(false);
  expect(speaksAgainstNode('full', false)).toBe(false);
});

it('of many nodes all are tried, but two where sound and picture do not get through', () => {
  expect([nodesToTry('busy', 4), nodesToTry('media-blocked', 4), nodesToTry('media-blocked', 1)]).toEqual([4, 2, 1]);
});
