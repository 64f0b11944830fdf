import { afterAll, beforeAll, expect, it } from 'vitest';
import { disconnectDatabase } from '@/lib/db/client';
import { storedMeeting, TEST_HOST_KEY } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { cancelMeeting, extendMeeting } from './change-meeting';
import { findMeeting } from './meeting-store';

beforeAll(async () => void (await testDatabase()));
afterAll(disconnectDatabase);

const MINUTE = 60_000;
const asHost = { kind: 'host-key', hostKey: TEST_HOST_KEY } as const;
const limits = { longestMeetingMs: 80 * MINUTE, farthestStartMs: MINUTE };
const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * MINUTE);

it('a host extends by a quarter of an hour until the longest allowed, and is told how far it still goes', async () => {
  const now = new Date();
  const { alias, validFrom } = await storedMeeting({ validFrom: now, validUntil: later(now, 45) });
  const extend = (validUntil: Date) => extendMeeting(alias, validUntil, asHost, limits);
  for (const minutes of [60, 75]) {
    expect(await extend(later(validFrom, minutes))).toMatchObject({
      ...{ ok: true, meeting: { validUntil: later(validFrom, minutes) } },
    });
  }
  const refused = await extend(later(validFrom, 90));
  expect(refused).toMatchObject({ error: 'window', problem: { code: 'too-long', latestEnd: later(validFrom, 80) } });
  expect(await extend(later(validFrom, 80))).toMatchObject({ ok: true });
});

it('two hosts who extend at the same moment extend once', async () => {
  const { alias, validUntil } = await storedMeeting();
  const wanted = later(validUntil, 15);
  const roomy = { ...limits, longestMeetingMs: 720 * MINUTE };
  const both = await Promise.all([1, 2].map(() => extendMeeting(alias, wanted, asHost, roomy)));
  expect(both).toMatchObject([{ meeting: { validUntil: wanted } }, { meeting: { validUntil: wanted } }]);
});

it('every change of the end makes another revision, and so does cancelling', async () => {
  const { id, alias, validUntil } = await storedMeeting();
  const revision = async () => (await findMeeting({ id }))?.revision;
  expect(await revision()).toBe(0);
  await extendMeeting(alias, later(validUntil, 1), asHost, limits);
  expect(await revision()).toBe(1);
  await cancelMeeting(alias, asHost);
  expect(await revision()).toBe(2);
});
