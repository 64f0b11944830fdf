import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { answerPolicy } from '@/lib/policy/answer-policy';
import { storedMeeting } from '@/lib/testing/builders';
import { runJobs } from '@/lib/jobs/run-jobs';
import { testDatabase } from '@/lib/testing/database';
import { newestConferenceSettings } from './conference-settings-store';
import { saveConferenceSettings } from './save-conference-settings';

beforeAll(testDatabase);

let jobs: Awaited<ReturnType<typeof runJobs>>;
beforeAll(async () => void (jobs = await runJobs()));
afterAll(() => jobs.stop());

/** Long enough for a machine with much else to do. */
const SOON = { timeout: 10_000 };

const Answer = z.object({ result: z.looseObject({ participant_limit: z.number().optional() }) });

/** The limit that a node is told of, asking as nodes do. */
async function limitOf(meeting: { alias: string }): Promise<number | undefined> {
  const { username, password } = settings().policy;
  const response = await answerPolicy({
    method: 'GET',
    path: '/api/policy/policy/v1/service/configuration',
    query: new URLSearchParams({ local_alias: meeting.alias, protocol: 'api', location: 'Harbour' }).toString(),
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    address: '192.0.2.11',
    body: '',
  });
  return Answer.parse(JSON.parse(response.body.toString())).result.participant_limit;
}

it('a node is told the same of a meeting that it asked about before settings were saved, also a moment before', async () => {
  const data = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'none' };
  const { id: agentId } = await database().agent.create({ data, select: { id: true } });
  const save = async (participantLimit: number) => {
    const basedOn = (await newestConferenceSettings()).id;
    const request = { settings: { everywhere: { participantLimit }, locations: [] }, basedOn, agentId };
    return saveConferenceSettings({ ...request, saveUnchecked: false });
  };
  const [probe, early, late, never] = await Promise.all([1, 2, 3, 4].map(() => storedMeeting()));
  await save(10);
  // By a meeting of its own: one that was answered for before it heard would rightly keep what held then.
  await expect.poll(() => limitOf(probe!), SOON).toBe(10);
  expect(await limitOf(early!)).toBe(10);
  await expect.poll(() => database().policyDecision.count({ where: { alias: early!.alias } }), SOON).toBe(1);
  expect(await limitOf(late!)).toBe(10);

  expect(await save(20)).toMatchObject({ ok: true });

  // At no moment anything else, though their records come behind their answers and are looked for after the save.
  const told = new Set<number | undefined>();
  const until = Date.now() + 4_000;
  while (Date.now() < until) {
    for (const one of [early!, late!]) told.add(await limitOf(one));
    await pause(20);
  }
  expect([...told]).toEqual([10]);
  await expect.poll(() => limitOf(never!), SOON).toBe(20);
  for (const one of [early!, late!]) {
    const { settingsId } = await database().meeting.findUniqueOrThrow({ where: { id: one.id } });
    expect(settingsId, 'kept for every instance').not.toBeNull();
  }
});
