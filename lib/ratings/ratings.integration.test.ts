import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { isRatingOpen, rateCall } from './rate-call';
import { RatingBody } from './rating-body';
import { KeptRating } from './schemas';

beforeAll(async () => void (await testDatabase()));
afterAll(disconnectDatabase);

const now = new Date();
const DAY = 24 * 3_600_000;
const bodyOf = (callTag: string, stars: number, word?: string) => RatingBody.parse({ callTag, stars, word });

describe('a rating', () => {
  it('is kept once for each ticket: a second one takes its place, with no word where it has none', async () => {
    const { id, alias } = await storedMeeting();
    const [dana, bo] = [await storedTicket(id), await storedTicket(id)];
    const first = await rateCall(alias, bodyOf(dana.id, 2, ' Hard to hear.\nTwice. '), now);
    expect(KeptRating.parse(first.ok && first.value)).toMatchObject({ stars: 2, word: 'Hard to hear.\nTwice.' });
    await rateCall(alias.toUpperCase(), bodyOf(bo.id, 5), now);
    const later = new Date(now.getTime() + 60_000);
    expect(await rateCall(alias, bodyOf(dana.id, 4), later)).toMatchObject({
      ok: true,
      value: { stars: 4, word: null },
    });
    const kept = await database().callRating.findMany({ where: { meetingId: id }, orderBy: { stars: 'asc' } });
    expect(kept).toMatchObject([
      { ticketId: dana.id, stars: 4, word: null, ratedAt: later },
      { ticketId: bo.id, stars: 5 },
    ]);
  });

  it('is kept once when it is sent twice at the same moment', async () => {
    const { id, alias } = await storedMeeting();
    const ticket = await storedTicket(id);
    const rated = await Promise.all(Array.from({ length: 6 }, () => rateCall(alias, bodyOf(ticket.id, 3), now)));
    expect(rated.every(({ ok }) => ok)).toBe(true);
    expect(await database().callRating.count({ where: { meetingId: id } })).toBe(1);
  });

  it('is taken from nobody without a ticket of this very meeting', async () => {
    const [own, other] = [await storedMeeting(), await storedMeeting()];
    const theirs = await storedTicket(other.id);
    for (const callTag of [theirs.id, '00000000-0000-4000-8000-000000000000']) {
      expect(await rateCall(own.alias, bodyOf(callTag, 1), now)).toEqual({ ok: false, error: 'ticket-unknown' });
    }
    expect(await rateCall(`meet-${'a'.repeat(26)}`, bodyOf(theirs.id, 1), now)).toMatchObject({ error: 'unknown' });
    expect(await database().callRating.count({ where: { meetingId: { in: [own.id, other.id] } } })).toBe(0);
  });

  it('is taken for a day after the end, and not a moment longer', async () => {
    const { id, alias } = await storedMeeting({ validUntil: new Date(now.getTime() - DAY) });
    const ticket = await storedTicket(id);
    expect(await rateCall(alias, bodyOf(ticket.id, 5), now)).toEqual({ ok: false, error: 'rating-closed' });
    expect((await rateCall(alias, bodyOf(ticket.id, 5), new Date(now.getTime() - 1))).ok).toBe(true);
    const cancelled = { validFrom: now, validUntil: new Date(now.getTime() + DAY), cancelledAt: now };
    expect(isRatingOpen(cancelled, new Date(now.getTime() + DAY - 1))).toBe(true);
    expect(isRatingOpen(cancelled, new Date(now.getTime() + DAY))).toBe(false);
  });
});

describe('the body of a rating', () => {
  const callTag = '00000000-0000-4000-8000-000000000000';

  it('needs a call tag and one to five stars; an empty word is none', () => {
    expect(RatingBody.parse({ callTag, stars: 1 })).toEqual({ callTag, stars: 1, word: null });
    expect(RatingBody.parse({ callTag, stars: 5, word: '  ' })).toMatchObject({ word: null });
  });

  it.each([
    { stars: 3 },
    { callTag: 'tag', stars: 3 },
    { callTag },
    { callTag, stars: 0 },
    { callTag, stars: 6 },
    { callTag, stars: 2.5 },
    { callTag, stars: '3' },
    { callTag, stars: 3, word: 'x'.repeat(501) },
    { callTag, stars: 3, word: 'a\u0000b' },
    { callTag, stars: 3, more: 1 },
  ])('is refused when it is %j', (body) => expect(RatingBody.safeParse(body).success).toBe(false));
});
