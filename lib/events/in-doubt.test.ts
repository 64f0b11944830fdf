import { describe, expect, test } from 'vitest';
import type { ConferenceNodeRow } from '@/lib/conferences/conference-facts';
import type { LegRow } from '@/lib/conferences/leg';
import { mayChangeConference, mayChangeLeg } from './in-doubt';

const at = (minute: number) => new Date(1_760_000_000_000 + minute * 60_000);
const start = (minute: number) => ({ node: 'n1', at: at(minute) });

describe('a start may change a leg', () => {
  const there = { node: 'n1', disconnectedAt: null, endKnownBy: null };
  const ended = { disconnectedAt: at(10), endKnownBy: 'node_restarted' };
  test.each([
    ['that is there', {}, 20, true],
    ['on another node', { node: 'n2' }, 20, false],
    ['whose end was reported', { disconnectedAt: at(30), endKnownBy: 'reported' }, 20, false],
    ['that had ended by then', ended, 20, false],
    ['whose inferred end lies after it, when the start comes late', ended, 5, true],
    ['that seemed to have ended at that very moment', { ...ended, endKnownBy: 'conference_ended' }, 10, true],
  ])('%s', (_name, over, minute, is) => {
    expect(mayChangeLeg(start(minute), { ...there, ...over } as LegRow)).toBe(is);
  });
});

describe('a start may change a node’s share of a conference', () => {
  const row = { node: 'n1', startedAt: at(1), endedAt: null };
  test.each([
    ['that goes on', {}, 20, true],
    ['on another node', { node: 'n2' }, 20, false],
    ['that had ended by then', { endedAt: at(10) }, 20, false],
    ['that had, and of whose start nothing is known', { startedAt: null, endedAt: at(10) }, 20, false],
    ['whose end lies after it', { endedAt: at(10) }, 5, true],
    ['that lives again since it ended', { startedAt: at(12), endedAt: at(10) }, 20, true],
  ])('%s', (_name, over, minute, is) => {
    expect(mayChangeConference(start(minute), { ...row, ...over } as ConferenceNodeRow)).toBe(is);
  });
});
