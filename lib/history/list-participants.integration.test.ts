import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { allPages, HISTORY_NOW, HOUR_MS, msBefore, pastMeeting } from '@/lib/testing/past-meetings';
import { ParticipantQuery } from './history-query';
import { listParticipants } from './list-participants';

beforeAll(testDatabase);

describe('the list of participants', () => {
  const people = (query: Record<string, string>) => listParticipants(ParticipantQuery.parse(query), HISTORY_NOW);
  const namesOf = async (query: Record<string, string>) =>
    (await people(query)).participants.map(({ displayName }) => displayName);

  it('shows everybody once over all its pages, who came last first, and those without a time at the end', async () => {
    const { serviceName } = await pastMeeting(HOUR_MS);
    for (let index = 0; index < 108; index += 1) {
      const arrivedAt = index < 54 ? null : msBefore(Math.floor(index / 3));
      await storedParticipant(serviceName, { address: 'paged@example.com', arrivedAt, leftAt: msBefore(0) });
    }
    const { rows, sizes } = await allPages(async (before) => {
      const page = await people({ search: 'paged@', before });
      return { rows: page.participants, before: page.before };
    });
    expect(sizes).toEqual([50, 50, 8]);
    expect(new Set(rows.map(({ conversationId }) => conversationId)).size).toBe(108);
    const times = rows.map(({ arrivedAt }) => arrivedAt ?? '');
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('tells how long somebody was inside, not away', async () => {
    const { serviceName } = await pastMeeting(HOUR_MS);
    const times = { arrivedAt: msBefore(100_000), joinedAt: msBefore(90_000), leftAt: msBefore(30_000) };
    await storedParticipant(serviceName, { displayName: 'Came back', ...times, awayMs: 20_000 });
    expect((await people({ search: 'came back' })).participants).toMatchObject([{ durationMs: 40_000 }]);
  });

  it('finds by name and by address, and filters by who it was', async () => {
    const { serviceName } = await pastMeeting(HOUR_MS);
    const account = { email: `${randomUUID()}@example.com`, name: 'Ingrid', passwordHash: 'none' };
    const agent = await database().agent.create({ data: account });
    const address = 'desk-7.example';
    await storedParticipant(serviceName, { displayName: 'Agent', address, agentId: agent.id, arrivedAt: msBefore(3) });
    await storedParticipant(serviceName, { displayName: 'Bo', address, worstQuality: 4, arrivedAt: msBefore(2) });
    await storedParticipant(serviceName, { displayName: 'Cat', address, joinedAt: null, arrivedAt: msBefore(1) });
    await storedParticipant(serviceName, { displayName: 'Shadow', address, isCounted: false });
    expect(await namesOf({ search: 'DESK-7' })).toEqual(['Cat', 'Bo', 'Agent']);
    expect(await namesOf({ search: 'desk-7', who: 'agents' })).toEqual(['Agent']);
    expect(await namesOf({ search: 'desk-7', who: 'others' })).toEqual(['Cat', 'Bo']);
    expect(await namesOf({ search: 'desk-7', who: 'never-in' })).toEqual(['Cat']);
    expect(await namesOf({ search: 'desk-7', quality: 'bad' })).toEqual(['Bo']);
    const [found] = (await people({ search: 'desk-7', who: 'agents' })).participants;
    expect(found).toMatchObject({ agent: 'Ingrid', role: 'guest', durationMs: null });
  });

  it('says of whom no end was reported when the call cannot last any more', async () => {
    for (const ageMs of [HOUR_MS, 2 * HOUR_MS]) {
      const { serviceName } = await pastMeeting(ageMs);
      await storedParticipant(serviceName, { displayName: 'Ghost', arrivedAt: msBefore(ageMs) });
    }
    const { participants } = await people({ search: 'ghost' });
    expect(participants.map(({ leftAt, isEndReported }) => [leftAt, isEndReported])).toEqual([
      [null, true],
      [null, false],
    ]);
  });

  it('shows nobody of a conference that is not ours', async () => {
    await storedParticipant('Somebody else’s room', { displayName: 'Foreign Fred' });
    expect(await namesOf({ search: 'foreign fred' })).toEqual([]);
  });
});
