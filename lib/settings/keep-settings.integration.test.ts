import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { answerPolicy } from '@/lib/policy/answer-policy';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { newestConferenceSettings } from './conference-settings-store';
import { saveConferenceSettings } from './save-conference-settings';

beforeAll(testDatabase);

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
  const [early, late, never] = await Promise.all([storedMeeting(), storedMeeting(), storedMeeting()]);
  await save(10);
  await expect.poll(() => limitOf(early), { timeout: 2_000 }).toBe(10);
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // Its decision is recorded behind the answer.
  expect(await limitOf(late)).toBe(10);

  expect(await save(20)).toMatchObject({ ok: true, kept: 2 });

  await expect.poll(() => limitOf(never), { timeout: 2_000 }).toBe(20);
  expect(await limitOf(early)).toBe(10);
  expect(await limitOf(late)).toBe(10);
});
