import { beforeAll, expect, it } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { meetingState } from '@/lib/meetings/meeting';
import { testDatabase } from '@/lib/testing/database';
import { meetingAt } from './meetings';
import { countDecisions, prewarm, seedMeetings } from './seed-meetings';

const MEETINGS = 200;
const indexes = () => pool().query(`SELECT indexdef FROM pg_indexes WHERE tablename = 'meeting' ORDER BY indexdef`);
let url: string;
let indexesBefore: unknown[];

beforeAll(async () => {
  url = await testDatabase();
  indexesBefore = (await indexes()).rows;
  await seedMeetings(url, MEETINGS);
});

it('the database holds exactly the meetings that the generator asks for', async () => {
  const stored = await database().meeting.findMany({ select: { alias: true, id: true } });
  const asked = Array.from({ length: MEETINGS }, (_, number) => meetingAt(number));
  const byAlias = (a: { alias: string }, b: { alias: string }) => a.alias.localeCompare(b.alias);
  expect(stored.sort(byAlias)).toEqual(asked.sort(byAlias));
});

it('the table has every index that it had', async () => {
  expect(indexesBefore.length).toBeGreaterThan(1);
  expect((await indexes()).rows).toEqual(indexesBefore);
});

it('all of them are open', async () => {
  const stored = await database().meeting.findMany();
  expect(new Set(stored.map((meeting) => meetingState(meeting, new Date())))).toEqual(new Set(['open']));
});

it('a run begins without the decisions of the one before, and its own are counted', async () => {
  const decision = {
    ...{ at: new Date(), request: 'service', alias: 'meet-x', location: '', node: '', protocol: 'api', caller: '' },
    ...{ outcome: 'configure', reason: 'meeting is open', latencyUs: 90 },
  };
  await database().policyDecision.create({ data: { ...decision, id: meetingAt(1).id } });
  await prewarm(url);
  expect(await countDecisions(url, 0)).toBe(0);
  await database().policyDecision.create({ data: { ...decision, id: meetingAt(2).id } });
  expect(await countDecisions(url, 1)).toBe(1);
});
