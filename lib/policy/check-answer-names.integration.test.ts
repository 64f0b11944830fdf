import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import {
  managementSettings,
  setNames,
  startManagementNode,
  type TestManagementNode,
} from '@/lib/testing/management-node';
import { checkAnswerNames } from './check-answer-names';
import { testPolicy } from './test-policy';

const NAMES = {
  system_location: ['Harbour', 'Oslo'],
  ivr_theme: ['Harbourline'],
  identity_provider_group: ['Staff'],
};
let management: TestManagementNode;

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  setNames(management, NAMES);
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
});
afterAll(() => management.close());

it('a trial says which names of its answer do not exist on Infinity', async () => {
  const everywhere = { theme: 'Nordic', hostSignIn: 'Staff', guestSignIn: 'staff' };
  await database().conferenceSettings.create({ data: { value: { everywhere, locations: [] } } });
  const { alias } = await storedMeeting();
  const trial = await testPolicy({ type: 'service', parameters: { local_alias: alias }, at: new Date() });
  expect(trial).toMatchObject({ outcome: 'configure', answer: { result: { ivr_theme_name: 'Nordic' } } });
  expect(trial.names).toEqual({
    missing: [
      '“Nordic” is not the name of a theme on Infinity',
      '“staff” is not the name of an identity provider group on Infinity; did you mean Staff?',
    ],
    unchecked: null,
  });
});

it('of a media location every name counts, also of the overflow', async () => {
  const result = { location: 'Oslo', overflow_locations: ['Harbour', 'Olso'] };
  const missing = ['“Olso” is not the name of a location on Infinity; did you mean Oslo?'];
  expect(await checkAnswerNames({ status: 'success', result })).toEqual({ missing, unchecked: null });
});

it.each([null, [], { result: [{ alias: 'x' }] }, { result: { reject_reason: 'no' } }, { result: { location: 7 } }])(
  'nothing is missing of %j, which has no names',
  async (answer) => {
    expect(await checkAnswerNames(answer)).toEqual({ missing: [], unchecked: null });
  },
);

it('where no Management Node is set up, that is what is said', async () => {
  vi.stubEnv('MANAGEMENT_URL', '');
  vi.stubEnv('MANAGEMENT_USERNAME', '');
  vi.stubEnv('MANAGEMENT_PASSWORD', '');
  vi.resetModules();
  const unconfigured = await import('./check-answer-names');
  const answer = { result: { ivr_theme_name: 'Nordic' } };
  expect(await unconfigured.checkAnswerNames(answer)).toEqual({ missing: [], unchecked: 'not-configured' });
});
