import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { rated, storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { dailyFigures } from './daily-figures';
import { DaysQuery } from './history-query';

beforeAll(testDatabase);

const NOW = new Date('2026-11-21T12:00:00.000Z');

interface Call {
  /** Seconds until an agent was in; none came for null. */
  waited: number | null;
  /** Minutes. */
  lasted?: number;
  people?: number;
  worst?: number;
  stars?: number[];
}

async function began(at: string, call?: Call): Promise<void> {
  const validFrom = new Date(at);
  const { id, serviceName } = await storedMeeting({ validFrom, validUntil: new Date(validFrom.getTime() + 3_600_000) });
  if (!call) return;
  const { waited, lasted = null, people = 1, worst = null, stars = [] } = call;
  await rated(id, ...stars);
  await database().conference.create({
    data: {
      ...{ serviceName, firstArrivedAt: validFrom, people, worstQuality: worst },
      answeredAt: waited === null ? null : new Date(validFrom.getTime() + waited * 1000),
      durationMs: lasted === null ? null : BigInt(lasted * 60_000),
    },
  });
}

const figures = (query: Record<string, string>) => dailyFigures(DaysQuery.parse(query), NOW);

describe('the figures of a day', () => {
  beforeAll(async () => {
    await began('2026-11-20T23:30:00Z', { waited: 60 }); // the 21st in Oslo
    for (let seconds = 10; seconds <= 100; seconds += 10) {
      await began('2026-11-10T10:00:00Z', { waited: seconds, lasted: 6, people: 2, worst: seconds === 10 ? 4 : 1 });
    }
    await began('2026-11-10T11:00:00Z', { waited: null, lasted: 0, people: 0, stars: [1, 5] });
    await began('2026-11-10T12:00:00Z', { waited: -2, stars: [4] }); // clocks of nodes differ
    await began('2026-11-10T13:00:00Z');
  });

  it('are counted over the meetings that begin on it', async () => {
    const { days } = await figures({ from: '2026-11-10', to: '2026-11-10' });
    expect(days).toEqual([
      {
        ...{ date: '2026-11-10', meetings: 13, visited: 12, answered: 11 },
        // Of 0, 10, 20 … 100 s.
        ...{ waitMedianMs: 50_000, waitP90Ms: 90_000 },
        ...{ durationMeanMs: 360_000, durationTotalMs: 3_600_000, people: 21, badQuality: 1 },
        // By the ratings, not by the meetings.
        ...{ ratings: 3, ratingMean: 10 / 3 },
      },
    ]);
  });

  it('are those of the last thirty days, without gaps, when none are named', async () => {
    const { days, timeZone } = await figures({});
    expect(timeZone).toBe('UTC');
    expect(days).toHaveLength(30);
    expect([days[0]?.date, days[29]?.date]).toEqual(['2026-10-23', '2026-11-21']);
    expect(days.filter(({ meetings }) => meetings > 0).map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-20']);
  });

  it('belong to the day of the asker’s calendar', async () => {
    const meetingsOn = async (date: string, timeZone: string) =>
      (await figures({ from: date, to: date, timeZone })).days[0]?.meetings;
    expect(await meetingsOn('2026-11-20', 'UTC')).toBe(1);
    expect(await meetingsOn('2026-11-20', 'Europe/Oslo')).toBe(0);
    expect(await meetingsOn('2026-11-21', 'Europe/Oslo')).toBe(1);
    expect(await meetingsOn('2026-11-20', 'America/Los_Angeles')).toBe(1);
  });

  it('are told for a year at most', () => {
    expect(DaysQuery.safeParse({ from: '2025-11-21', to: '2026-11-21' }).success).toBe(true);
    expect(DaysQuery.safeParse({ from: '2025-11-20', to: '2026-11-21' }).success).toBe(false);
    expect(DaysQuery.safeParse({ timeZone: 'Mars/Olympus' }).success).toBe(false);
  });

  it('are told for the first days there are, and for the last', async () => {
    for (const end of ['from', 'to']) {
      for (const date of ['1900-01-01', '2999-12-31']) {
        expect((await figures({ [end]: date, timeZone: 'Europe/Oslo' })).days[0]?.meetings).toBe(0);
      }
    }
  });
});
