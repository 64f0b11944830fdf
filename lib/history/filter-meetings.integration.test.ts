import { beforeAll, describe, expect, it } from 'vitest';
import { rated, storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { HISTORY_NOW, HOUR_MS, MINUTE_MS, msBefore, pastMeeting } from '@/lib/testing/past-meetings';
import { cursorOf } from './cursor';
import { MeetingQuery } from './history-query';
import { listMeetings } from './list-meetings';

beforeAll(testDatabase);

const list = (query: Record<string, string>) => listMeetings(MeetingQuery.parse(query), HISTORY_NOW);
const idsOf = async (query: Record<string, string>) => (await list(query)).meetings.map(({ id }) => id);

describe('filters of the list of meetings', () => {
  it('filters by state, as the meeting itself would say it', async () => {
    const topic = 'states';
    const rows = [
      await pastMeeting(-2 * HOUR_MS, { topic }),
      await pastMeeting(-5 * MINUTE_MS, { topic }), // within the early grace
      await pastMeeting(30 * MINUTE_MS, { topic }),
      await pastMeeting(HOUR_MS, { topic }), // ends at this very moment
      await pastMeeting(90 * MINUTE_MS, { topic, cancelledAt: msBefore(80 * MINUTE_MS) }),
    ];
    const [scheduled, early, open, ended, cancelled] = rows.map(({ id }) => id);
    const found = async (state: string) => idsOf({ search: topic, state });
    expect(await found('scheduled')).toEqual([scheduled]);
    expect(await found('open')).toEqual([early, open]);
    expect(await found('ended')).toEqual([ended]);
    expect(await found('cancelled')).toEqual([cancelled]);
    for (const { id, state } of (await list({ search: topic })).meetings) expect(await found(state)).toContain(id);
  });

  it('filters by what became of the call, and by bad quality', async () => {
    const topic = 'fates';
    const answered = await pastMeeting(
      5 * HOUR_MS,
      { topic },
      { answeredAt: msBefore(5 * HOUR_MS - MINUTE_MS), worstQuality: 3 },
    );
    const missed = await pastMeeting(4 * HOUR_MS, { topic }, { worstQuality: 2 });
    const empty = await pastMeeting(3 * HOUR_MS, { topic });
    await pastMeeting(10 * MINUTE_MS, { topic }); // somebody may still come
    const found = async (query: Record<string, string>) => idsOf({ search: topic, ...query });
    expect(await found({ calls: 'answered' })).toEqual([answered.id]);
    expect(await found({ calls: 'not-answered' })).toEqual([missed.id]);
    expect(await found({ calls: 'nobody-came' })).toEqual([empty.id]);
    expect(await found({ quality: 'bad' })).toEqual([answered.id]);
  });

  it('filters by rating: by one bad one among good ones too', async () => {
    const topic = 'rated';
    const [low, high] = [await pastMeeting(5 * HOUR_MS, { topic }), await pastMeeting(4 * HOUR_MS, { topic })];
    await pastMeeting(3 * HOUR_MS, { topic });
    await rated(low.id, 5, 2);
    await rated(high.id, 3);
    expect(await idsOf({ search: topic, rating: 'low' })).toEqual([low.id]);
    expect(await idsOf({ search: topic, rating: 'any' })).toEqual([high.id, low.id]);
    expect((await list({ search: topic })).meetings.map(({ ratings }) => ratings)).toEqual([
      null,
      { count: 1, mean: 3, lowest: 3 },
      { count: 2, mean: 3.5, lowest: 2 },
    ]);
  });

  it('takes days as the asker’s calendar has them, both ends included', async () => {
    const topic = 'calendar';
    const at = (time: string) => ({ topic, validFrom: new Date(time), validUntil: new Date('2026-05-20T00:00:00Z') });
    const inOslo = await storedMeeting(at('2026-05-09T22:00:00Z')); // the first moment of the 10th there
    await storedMeeting(at('2026-05-09T21:59:59.999Z'));
    const inUtc = await storedMeeting(at('2026-05-10T23:00:00Z')); // the 11th in Oslo
    const found = (timeZone: string) => idsOf({ search: topic, from: '2026-05-10', to: '2026-05-10', timeZone });
    expect(await found('Europe/Oslo')).toEqual([inOslo.id]);
    expect(await found('')).toEqual([inUtc.id]);
  });

  it('says what came of a meeting, and why it is over', async () => {
    const { id, alias } = await pastMeeting(
      2 * HOUR_MS,
      { topic: 'facts', visitorName: 'Dana' },
      {
        ...{
          firstJoinedAt: msBefore(2 * HOUR_MS),
          answeredAt: msBefore(2 * HOUR_MS - 90_000),
          lastLeftAt: msBefore(HOUR_MS),
        },
        ...{ people: 3, peak: 2, durationMs: 3_600_000n, endedBy: 'administrator', worstQuality: 2 },
      },
    );
    const [found] = (await list({ search: alias })).meetings;
    expect(found).toMatchObject({
      ...{ id, state: 'ended', endedHow: 'time-up', visitorName: 'Dana' },
      call: { waitedMs: 90_000, people: 3, peak: 2, durationMs: 3_600_000, worstQuality: 2 },
    });
  });

  it('refuses what is no filter, naming it', () => {
    const wrong = [
      { state: 'over' },
      { from: '2026-02-30' },
      { from: '2026-11-21', to: '2026-11-20' },
      { timeZone: 'Mars/Olympus' },
      { before: 'x' },
      { search: 'x'.repeat(601) },
    ];
    for (const query of wrong) {
      const fields = MeetingQuery.safeParse(query).error?.issues.map(({ path }) => path[0]);
      expect(fields).toEqual([Object.keys(query).at(-1)]);
    }
  });
});

it('is asked from the first day there is to the last one, and goes on from any time that a place may name', async () => {
  for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
    await expect(list({ from: '1900-01-01', to: '2999-12-31', timeZone })).resolves.toBeDefined();
  }
  const placeAt = (time: string) => {
    return { before: cursorOf({ at: new Date(time), keys: ['00000000-0000-4000-8000-000000000000'] }) };
  };
  for (const time of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
    await expect(list(placeAt(time))).resolves.toBeDefined();
  }
  expect(MeetingQuery.safeParse(placeAt('0000-12-31T23:59:59.999Z')).success, 'Postgres has no year zero').toBe(false);
});
