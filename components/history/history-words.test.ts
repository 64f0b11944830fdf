import { describe, expect, it } from 'vitest';
import type { ReportedCall } from '@/lib/history/history-reports';
import { durationWords, endWords, lastedWords, leftWords, lossWords, shareWords } from './history-words';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('durations', () => {
  it('are as exact as anybody wants to know, and never say 60 of anything', () => {
    const words = [0, 40 * SECOND, 59.6 * SECOND, 3 * MINUTE + 5 * SECOND, 9 * MINUTE + 59.7 * SECOND, 12.4 * MINUTE];
    expect(words.map(durationWords)).toEqual(['0 s', '40 s', '1 min', '3 min 5 s', '10 min', '12 min']);
    const long = [59.6 * MINUTE, 65 * MINUTE, 2 * HOUR, 9.999 * HOUR, 30 * HOUR, 1234 * HOUR];
    expect(long.map(durationWords)).toEqual(['1 h', '1 h 5 min', '2 h', '10 h', '30 h', '1,234 h']);
  });
});

describe('the end of a meeting', () => {
  const call = null;
  it('is said in words, and how it stands while there is none', () => {
    expect(endWords({ endedHow: 'everyone-left', state: 'open', call })).toBe('Everyone left');
    expect(endWords({ endedHow: null, state: 'scheduled', call })).toBe('Not open yet');
    expect(endWords({ endedHow: null, state: 'open', call })).toBe('Open, nobody in');
  });

  it('leaves how long the call lasted unsaid where nobody knows', () => {
    const open = { durationMs: null } as ReportedCall;
    expect(lastedWords({ endedHow: null, call: open })).toBe('It still lasts');
    expect(lastedWords({ endedHow: 'lost', call: open })).toBe('Not known');
    expect(lastedWords({ endedHow: 'lost', call: { ...open, durationMs: MINUTE } })).toBe('1 min');
  });
});

it('says why somebody left in our words, in Infinity’s where we have none, and that nothing was reported', () => {
  expect(leftWords({ leftReason: 'Call disconnected', isEndReported: true })).toBe('hung up');
  expect(leftWords({ leftReason: 'Battery empty', isEndReported: true })).toBe('Battery empty');
  expect(leftWords({ leftReason: null, isEndReported: false })).toBe('their end was not reported');
  expect(leftWords({ leftReason: null, isEndReported: true })).toBe('');
});

it('has no share of nothing', () => {
  expect([shareWords(2, 3), shareWords(0, 3), shareWords(0, 0)]).toEqual(['67%', '0%', '–']);
});

it('packets that were lost are told in per cent, and nothing is said where none were counted', () => {
  expect([null, 0, 0.02, 1.24, 12.5, 100].map(lossWords)).toEqual(['–', '0%', 'under 0.1%', '1.2%', '12.5%', '100%']);
});
