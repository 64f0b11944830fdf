import { beforeAll, beforeEach, expect, test } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { storedMeeting, storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { findNamedMeetings, loadLiveList } from './live-store';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate meeting, participant cascade');
});

const NOW = new Date();
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

/** Meetings of one kind, each a second younger than the one before it. */
async function meetings(kind: string, count: number, from: Date, until = minutes(60)) {
  await database().meeting.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      alias: `${kind}-${index}`,
      serviceName: `${kind}-${index}`,
      validFrom: new Date(from.getTime() + index * 1000),
      validUntil: until,
      endedAt: until < NOW ? until : null,
      hostPin: '123456789012',
      hostKeyHash: '0'.repeat(64),
    })),
  });
}

const arrived = (serviceName: string, minute: number) => storedParticipant(serviceName, { arrivedAt: minutes(minute) });
const aliasesWithPeople = async () =>
  (await loadLiveList(NOW)).meetings.filter((meeting) => meeting.people.length > 0).map((meeting) => meeting.alias);

test('the newest caller is on the desk, however many older meetings are empty', async () => {
  await meetings('empty', 1_150, minutes(-50));
  await meetings('ahead', 150, minutes(30));
  await meetings('caller', 1, minutes(-1));
  await arrived('caller-0', -1);

  const listed = (await loadLiveList(NOW)).meetings.map((meeting) => meeting.alias);
  expect(listed[0]).toBe('caller-0');
  expect(listed).toContain('empty-1149');
  expect(listed).toContain('ahead-0');
  expect(listed).toHaveLength(201);
});

test('eleven hundred callers are all on the desk', async () => {
  await meetings('caller', 1_101, minutes(-50));
  await pool().query(
    `insert into participant (service_name, conversation_id, is_counted, is_waiting, is_muted, arrived_at)
     select 'caller-' || n, 'person-' || n, true, false, false, now() from generate_series(0, 1100) as n`,
  );
  expect(await aliasesWithPeople()).toHaveLength(1_101);
});

test('who is in a meeting that was over long ago, or is not near, is on no desk', async () => {
  await meetings('past', 1, minutes(-90), minutes(-16));
  await meetings('just-over', 1, minutes(-90), minutes(-14));
  await meetings('far', 1, minutes(13 * 60), minutes(14 * 60));
  for (const name of ['past-0', 'just-over-0', 'far-0']) await arrived(name, -20);
  expect(await aliasesWithPeople()).toEqual(['just-over-0']);
});

test('who was not put out of a meeting that is over is on the desk, however long ago that was', async () => {
  await meetings('unended', 1, minutes(-190), minutes(-100));
  await arrived('unended-0', -150);
  await database().meeting.update({ where: { alias: 'unended-0' }, data: { endedAt: null } });
  expect(await aliasesWithPeople()).toEqual(['unended-0']);
  await database().meeting.update({ where: { alias: 'unended-0' }, data: { endedAt: minutes(-1) } });
  expect(await aliasesWithPeople()).toEqual([]);
});

test('who has left is on no desk, and who is in a conference that is none of ours', async () => {
  await meetings('room', 1, minutes(-30));
  await storedParticipant('room-0', { leftAt: minutes(-1) });
  await arrived('somebody else’s', -1);
  expect(await aliasesWithPeople()).toEqual([]);
});

test('who only ever had a control leg is on no desk, neither on the list nor when a change of it is told', async () => {
  const meeting = await storedMeeting();
  await storedParticipant(meeting.serviceName, { isCounted: false, role: 'host' });
  expect((await loadLiveList(NOW)).meetings).toMatchObject([{ alias: meeting.alias, hasHost: false, people: [] }]);
  const named = { serviceNames: new Set([meeting.serviceName]), meetingIds: new Set<string>() };
  expect((await findNamedMeetings(named, NOW)).map(({ live }) => live.people)).toEqual([[]]);
});

test('someone is shown as the tables tell', async () => {
  const agent = await database().agent.create({ data: { email: 'a@example.com', name: 'A', passwordHash: 'x' } });
  const meeting = await storedMeeting();
  await storedParticipant(meeting.serviceName, {
    ...{ displayName: null, role: 'host', agentId: agent.id, isMuted: true, quality: 3 },
    joinedAt: minutes(-2),
  });
  const { meetings: listed } = await loadLiveList(NOW);
  expect(listed).toMatchObject([{ alias: meeting.alias, hasHost: true, hasAgent: true }]);
  expect(listed[0]?.people).toMatchObject([
    {
      displayName: 'Someone',
      role: 'host',
      isAgent: true,
      isMuted: true,
      quality: 3,
      since: minutes(-2).toISOString(),
    },
  ]);
});

test('who came back is there since then, to wait as well as inside', async () => {
  const meeting = await storedMeeting();
  const stays = async (conversationId: string, isWaiting: boolean, awayMs: number) => {
    const times = { arrivedAt: minutes(-40), joinedAt: minutes(-39) };
    await storedParticipant(meeting.serviceName, { ...times, conversationId, isWaiting, awayMs });
    const of = { conversationId, serviceName: meeting.serviceName, mainName: meeting.serviceName, node: '192.0.2.11' };
    const joinedAt = isWaiting ? null : minutes(-5);
    await database().participantLeg.createMany({
      data: [
        {
          ...of,
          id: `${conversationId}~1`,
          connectedAt: minutes(-40),
          joinedAt: minutes(-39),
          disconnectedAt: minutes(-20),
        },
        { ...of, id: conversationId, connectedAt: minutes(-6), joinedAt },
      ],
    });
  };
  await stays('waits', true, 0);
  await stays('is inside', false, 60_000);
  await stays('was never away', false, 0);
  const people = (await loadLiveList(NOW)).meetings[0]?.people;
  expect(new Map(people?.map(({ id, since }) => [id, since]))).toEqual(
    new Map([
      ['waits', minutes(-6).toISOString()],
      ['is inside', minutes(-5).toISOString()],
      ['was never away', minutes(-39).toISOString()],
    ]),
  );
});

test('named meetings are found as they are on the whole list, by either name, and no others', async () => {
  const [one, other, third] = [await storedMeeting(), await storedMeeting(), await storedMeeting()];
  for (const { serviceName } of [one, other, third]) await arrived(serviceName, -1);
  const named = {
    serviceNames: new Set([one.serviceName, 'somebody else’s']),
    meetingIds: new Set([one.id, other.id]),
  };
  const all = await loadLiveList(NOW);
  const found = (await findNamedMeetings(named, NOW)).map(({ live }) => live);
  expect(found).toHaveLength(2);
  for (const meeting of found) expect(all.meetings).toContainEqual(meeting);
});

test('a named meeting that is cancelled and empty is found no more', async () => {
  const meeting = await storedMeeting({ cancelledAt: NOW });
  const named = { serviceNames: new Set<string>(), meetingIds: new Set([meeting.id]) };
  expect(await findNamedMeetings(named, NOW)).toEqual([]);
});
