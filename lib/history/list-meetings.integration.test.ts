import { beforeAll, describe, expect, it } from 'vitest';
import { storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { allPages, HISTORY_NOW, HOUR_MS, pastMeeting } from '@/lib/testing/past-meetings';
import { MeetingQuery } from './history-query';
import { listMeetings } from './list-meetings';

beforeAll(testDatabase);

const list = (query: Record<string, string>) => listMeetings(MeetingQuery.parse(query), HISTORY_NOW);
const idsOf = async (query: Record<string, string>) => (await list(query)).meetings.map(({ id }) => id);

describe('the list of meetings', () => {
  it('shows every meeting once over all its pages, the latest first, also those of one moment', async () => {
    const ids: string[] = [];
    // Three at each moment, so that pages end between equals.
    for (let index = 0; index < 110; index += 1)
      ids.push((await pastMeeting(HOUR_MS + Math.floor(index / 3), { topic: 'paged' })).id);
    const { rows, sizes } = await allPages(async (before) => {
      const page = await list({ search: 'paged', before });
      return { rows: page.meetings, before: page.before };
    });
    expect(sizes).toEqual([50, 50, 10]);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const times = rows.map(({ validFrom }) => validFrom);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('does not move what comes next when meetings are made in between', async () => {
    for (let index = 0; index < 60; index += 1) await pastMeeting(5 * HOUR_MS + index, { topic: 'steady' });
    const first = await list({ search: 'steady' });
    await pastMeeting(HOUR_MS, { topic: 'steady' });
    const second = await list({ search: 'steady', before: first.before ?? '' });
    expect(new Set([...first.meetings, ...second.meetings].map(({ id }) => id)).size).toBe(60);
  });

  it('finds by part of a topic or of a name in any case, never by a pattern', async () => {
    const topic = await pastMeeting(3 * HOUR_MS, { topic: 'Roof & 100% of a_Gable' });
    const visitor = await pastMeeting(2 * HOUR_MS, { visitorName: 'Åse Gable' });
    const guest = await pastMeeting(HOUR_MS);
    await storedParticipant(guest.serviceName, { displayName: 'Gable, Bo' });
    const hidden = await pastMeeting(HOUR_MS);
    await storedParticipant(hidden.serviceName, { displayName: 'Gable', isCounted: false });
    expect(await idsOf({ search: 'gable' })).toEqual([guest.id, visitor.id, topic.id]);
    expect(await idsOf({ search: ' ÅSE ' })).toEqual([visitor.id]);
    expect(await idsOf({ search: '100% OF A_' })).toEqual([topic.id]);
    expect(await idsOf({ search: 'r__f' })).toEqual([]);
    expect(await idsOf({ search: 'gable\0' })).toEqual([]);
  });

  it('finds by alias however it is pasted', async () => {
    const { id, alias } = await pastMeeting(HOUR_MS);
    const forms = [alias, alias.toUpperCase(), `https://x.example/join/${alias}?a=b`, `sip:${alias}@example.com:5061`];
    for (const search of forms) expect(await idsOf({ search }), search).toEqual([id]);
    expect(await idsOf({ search: `${alias.slice(0, -1)}${alias.endsWith('0') ? '1' : '0'}` })).toEqual([]);
  });
});
