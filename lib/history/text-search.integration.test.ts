import { beforeAll, expect, it } from 'vitest';
import { storedMeeting, storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { ParticipantQuery } from './history-query';
import { listParticipants } from './list-participants';

beforeAll(testDatabase);

it.each([
  ['Борис Владимирович', 'влад', true],
  ['Борис Владимирович', 'ВЛАДИМИРОВИЧ', true],
  ['Борис Владимирович', 'влэд', false],
  ['李小龍', '小', true],
  ['李小龍', '大', false],
  ['ØSTBY', 'ø', true],
  ['Øystein Müller', 'MÜLLER', true],
  ['Oystein', 'ø', false],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς', true],
  ['ǅemila', 'ǆ', true],
  ['50 %_a', '%_', true],
  ['Dana', '_', false],
])('%s, looked through for %s: %s', async (displayName, search, isThere) => {
  const { serviceName } = await storedMeeting();
  const { conversationId } = await storedParticipant(serviceName, { displayName });
  const { participants } = await listParticipants(ParticipantQuery.parse({ search }), new Date());
  expect(participants.some((found) => found.conversationId === conversationId)).toBe(isThere);
});
