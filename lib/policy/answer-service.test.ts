import { expect, it } from 'vitest';
import { policyMeeting } from '@/lib/testing/policy-meeting';
import { WORLD_NOW } from '@/lib/testing/policy-world';
import { sourcesInMemory } from '@/lib/testing/sources-in-memory';
import { decidePolicy } from './decide-policy';
import { readQuestion } from './policy-question';

const meeting = policyMeeting();
const own = { location: 'Oslo', options: { theme: 'Fjord' } };

function anInstance() {
  const settings = [{ everywhere: {}, locations: [own] }];
  const policy = { requiresTickets: false, otherDevices: 'own-list' as const };
  const rest = { tickets: [], rules: [], devices: [], hasOlderNodes: false };
  return sourcesInMemory({ meetings: [meeting], settings, policy, ...rest });
}

const asked = (query: Record<string, string>, sources = anInstance()) =>
  decidePolicy(
    readQuestion('service/configuration', new URLSearchParams({ local_alias: meeting.alias, ...query }).toString()),
    sources,
    WORLD_NOW,
  );

it.each([
  ['dial_in', 'web', 'configure'],
  ['dial_in', 'invite', 'configure'],
  ['dial_out', 'unspecified', 'configure'],
  ['dial_in', 'web_avatar_fetch', 'describe'],
  ['non_dial', 'options', 'describe'],
  ['non_dial', 'lrq', 'describe'],
])('a %s by %s is recorded as: %s', async (call_direction, trigger, outcome) => {
  expect((await asked({ call_direction, trigger })).outcome).toBe(outcome);
});

it('a look-up for a picture settles nothing: the first who calls does', async () => {
  const sources = anInstance();
  const told = async (query: Record<string, string>) => {
    const { content } = await asked(query, sources);
    return content.kind === 'envelope' ? content.envelope.result : null;
  };
  await told({ call_direction: 'dial_in', trigger: 'web_avatar_fetch', location: 'Oslo' });
  expect(sources.toldSettings(meeting.id)).toBeUndefined();
  expect(await told({ call_direction: 'dial_in', trigger: 'web', location: 'Bergen' })).not.toHaveProperty(
    'ivr_theme_name',
  );
  expect(await told({ call_direction: 'dial_in', trigger: 'web', location: 'Oslo' })).not.toHaveProperty(
    'ivr_theme_name',
  );
});
