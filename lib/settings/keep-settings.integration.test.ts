import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { answerPolicy } from '@/lib/policy/answer-policy';
import { storedMeeting } from '@/lib/testing/builders';
import { runJobs } from '@/lib/jobs/run-jobs';
import { testDatabase } from '@/lib/testing/database';
import type { ConferenceOptions } from './conference-settings';
import { newestConferenceSettings } from './conference-settings-store';
import { saveConferenceSettings } from './save-conference-settings';

beforeAll(testDatabase);

let jobs: Awaited<ReturnType<typeof runJobs>>;
beforeAll(async () => void (jobs = await runJobs()));
afterAll(() => jobs.stop());

/** Long enough for a machine with much else to do. */
const SOON = { timeout: 10_000 };

const Answer = z.object({
  result: z.looseObject({ participant_limit: z.number().optional(), ivr_theme_name: z.string().optional() }).optional(),
});

async function ask(type: string, meeting: { id: string; alias: string }, about: Record<string, string>) {
  const { username, password } = settings().policy;
  const response = await answerPolicy({
    method: 'GET',
    path: `/api/policy/policy/v1/${type}`,
    query: new URLSearchParams({
      local_alias: meeting.alias,
      protocol: 'api',
      location: 'Harbour',
      ...about,
    }).toString(),
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    address: '192.0.2.11',
    body: '',
  });
  return Answer.parse(JSON.parse(response.body.toString())).result;
}

/** What a node is told, asking as nodes do. */
const told = (meeting: { id: string; alias: string }) => ask('service/configuration', meeting, {});
const limitOf = async (meeting: { id: string; alias: string }) => (await told(meeting))?.participant_limit;

/** Comes in as far as a node lets one: it goes on only with an answer of which it knows every name. */
async function enter(meeting: { id: string; alias: string }, themes: string[] = []): Promise<boolean> {
  const { ivr_theme_name: theme } = (await told(meeting)) ?? {};
  if (theme !== undefined && !themes.includes(theme)) return false;
  await ask('participant/properties', meeting, { service_tag: meeting.id });
  return true;
}

let agentId: string;
beforeAll(async () => {
  const data = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'none' };
  agentId = (await database().agent.create({ data, select: { id: true } })).id;
});

async function save(everywhere: ConferenceOptions) {
  const basedOn = (await newestConferenceSettings()).id;
  return saveConferenceSettings({ settings: { everywhere, locations: [] }, basedOn, agentId, saveUnchecked: false });
}

const keptBy = async ({ id }: { id: string }) =>
  (await database().meeting.findUniqueOrThrow({ where: { id }, select: { settingsId: true } })).settingsId;

it('a node is told the same of a meeting that it let somebody into before settings were saved, also a moment before', async () => {
  const [probe, early, late, never] = await Promise.all([1, 2, 3, 4].map(() => storedMeeting()));
  await save({ participantLimit: 10 });
  // By a meeting of its own: one that was answered for before it heard would rightly keep what held then.
  await expect.poll(() => limitOf(probe!), SOON).toBe(10);
  await enter(early!);
  await expect.poll(() => database().policyDecision.count({ where: { alias: early!.alias } }), SOON).toBe(2);
  await enter(late!);

  expect(await save({ participantLimit: 20 })).toMatchObject({ ok: true });

  // At no moment anything else, though their records come behind their answers and are looked for after the save.
  const answers = new Set<number | undefined>();
  const until = Date.now() + 4_000;
  while (Date.now() < until) {
    for (const one of [early!, late!]) answers.add(await limitOf(one));
    await pause(20);
  }
  expect([...answers]).toEqual([10]);
  await expect.poll(() => limitOf(never!), SOON).toBe(20);
  for (const one of [early!, late!]) expect(await keptBy(one), 'kept for every instance').not.toBeNull();
});

it('a meeting that nobody came into because of a wrong name opens when it is put right, and one that runs goes on', async () => {
  const themes = ['Plain', 'Harbourline'];
  const [probe, running, shut] = await Promise.all([1, 2, 3].map(() => storedMeeting()));
  await save({ theme: 'Plain' });
  await expect.poll(async () => (await told(await storedMeeting()))?.ivr_theme_name, SOON).toBe('Plain');
  expect(await enter(running!, themes)).toBe(true);

  await save({ theme: 'Harborline' });
  await expect.poll(async () => (await told(await storedMeeting()))?.ivr_theme_name, SOON).toBe('Harborline');
  expect(await enter(shut!, themes)).toBe(false);
  await expect.poll(() => database().policyDecision.count({ where: { alias: shut!.alias } }), SOON).toBe(1);

  expect(await save({ theme: 'Harbourline' })).toMatchObject({ ok: true });
  await expect.poll(() => enter(probe!, themes), SOON).toBe(true);
  // Within the ten seconds for which a process goes by what it has told.
  await expect.poll(() => enter(shut!, themes), { timeout: 20_000, interval: 500 }).toBe(true);
  expect((await told(running!))?.ivr_theme_name).toBe('Plain');
  expect(await enter(running!, themes)).toBe(true);
  expect(await keptBy(shut!)).toBeNull();
});
