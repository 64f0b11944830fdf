import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { createMeeting } from './create-meeting';

beforeAll(async () => void (await testDatabase()));
afterAll(disconnectDatabase);

const rules = { aliasPrefix: 'meet-', longestMeetingMs: 12 * 3_600_000, farthestStartMs: 86_400_000 };

async function created(agentId: string | null, topic?: string) {
  const result = await createMeeting({ topic }, { agentId, language: null }, rules, new Date());
  if (!result.ok) throw new Error(result.message);
  return result.meeting;
}

it('what a stranger writes is no part of the service name, which is never erased; what an agent writes is', async () => {
  const agent = await database().agent.create({
    data: { name: 'Ingrid', email: 'ingrid@example.com', passwordHash: 'none' },
  });
  const code = '([0-9A-Z]{4}-){2}[0-9A-Z]{4}$';
  const topic = 'Dana’s divorce';
  expect(await created(null, topic)).toMatchObject({
    topic,
    serviceName: expect.stringMatching(new RegExp(`^Call ${code}`)) as string,
  });
  expect((await created(agent.id, topic)).serviceName).toMatch(new RegExp(`^Dana’s divorce ${code}`));
  expect((await created(agent.id)).serviceName).toMatch(new RegExp(`^Call ${code}`));
});
