import { describe, expect, it } from 'vitest';
import type { ListedParticipant } from '@/lib/management/participants';
import type { KnownLeg } from './known';
import { manyMissing } from './many-missing';

const askedAt = new Date('2026-11-22T12:00:00Z');
const secondsBefore = (seconds: number) => new Date(askedAt.getTime() - seconds * 1_000);

/** A look at which so many of so many legs are missing in a list of so many. */
function look({ listed, open, gone }: { listed: number; open: number; gone: number }, before: Date | null = null) {
  const legs = Array.from({ length: open }, () => ({ disconnectedAt: null }) as KnownLeg);
  const participants = Array.from({ length: listed }, () => ({}) as ListedParticipant);
  return manyMissing({ participants, askedAt }, { legs }, { gone: legs.slice(0, gone) }, before);
}

describe('it takes a second look', () => {
  const unbelieved = { missingSince: askedAt, isBelieved: false };

  it.each([
    ['when nobody at all is listed', { listed: 0, open: 1, gone: 1 }],
    ['when most of several are missing', { listed: 1, open: 3, gone: 3 }],
    ['when more than half are', { listed: 49, open: 100, gone: 51 }],
  ])('%s', (_when, counts) => {
    expect(look(counts)).toEqual(unbelieved);
    expect(look(counts, secondsBefore(9))).toEqual({ missingSince: secondsBefore(9), isBelieved: false });
    expect(look(counts, secondsBefore(10))).toEqual({ missingSince: secondsBefore(10), isBelieved: true });
  });
});

it.each([
  ['one or two who are missing', { listed: 1, open: 2, gone: 2 }],
  ['half of many', { listed: 50, open: 100, gone: 50 }],
  ['an empty list where nobody is known', { listed: 0, open: 0, gone: 0 }],
])('%s are nothing unusual', (_who, counts) => {
  expect(look(counts, secondsBefore(5))).toEqual({ missingSince: null, isBelieved: true });
});
