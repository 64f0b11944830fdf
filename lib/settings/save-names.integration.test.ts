import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import {
  managementSettings,
  setNames,
  startManagementNode,
  type TestManagementNode,
} from '@/lib/testing/management-node';
import type { ConferenceSettings } from './conference-settings';
import { newestConferenceSettings } from './conference-settings-store';
import { saveConferenceSettings } from './save-conference-settings';

const NAMES = {
  system_location: ['Harbour', 'Oslo'],
  ivr_theme: ['Harbourline', 'Plain'],
  identity_provider_group: ['Staff'],
};
let management: TestManagementNode;
let agentId: string;
let newestId: number;

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  setNames(management, NAMES);
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
  const agent = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'none' };
  agentId = (await database().agent.create({ data: agent, select: { id: true } })).id;
  newestId = (await newestConferenceSettings()).id;
});
afterAll(() => management.close());

const save = (settings: ConferenceSettings) =>
  saveConferenceSettings({ settings, basedOn: newestId, saveUnchecked: false, agentId });

describe('names', () => {
  it('that do not exist on Infinity are refused at their field, with what was probably meant', async () => {
    const result = await save({
      everywhere: { theme: 'harbourline', hostSignIn: 'Staff', guestSignIn: 'Everybody' },
      locations: [
        { location: 'Olso', options: { theme: 'Plain' } },
        { location: 'Harbour', options: { theme: 'Nordic' } },
      ],
    });
    expect(result).toEqual({
      ok: false,
      error: 'not-acceptable',
      problems: [
        { field: 'everywhere.theme', message: 'is not the name of a theme on Infinity; did you mean Harbourline?' },
        { field: 'everywhere.guestSignIn', message: 'is not the name of an identity provider group on Infinity' },
        { field: 'locations.0.location', message: 'is not the name of a location on Infinity; did you mean Oslo?' },
        { field: 'locations.1.options.theme', message: 'is not the name of a theme on Infinity' },
      ],
    });
    expect((await newestConferenceSettings()).id).toBe(newestId);
  });

  it('are refused also when unchecked ones would be let through: these were checked', async () => {
    const settings = { everywhere: { theme: 'Nordic' }, locations: [] };
    const result = await saveConferenceSettings({ settings, basedOn: newestId, saveUnchecked: true, agentId });
    expect(result).toMatchObject({ ok: false, error: 'not-acceptable' });
  });
});

it('values that Infinity would drop are refused, also where only a combination has them', async () => {
  const settings = { everywhere: {}, locations: [{ location: 'Oslo', options: { theme: 'x'.repeat(251) } }] };
  const result = await save(settings);
  const problem = {
    field: 'locations.0.options.theme',
    message: expect.stringContaining('Infinity would not accept this'),
  };
  expect(result).toMatchObject({ ok: false, error: 'not-acceptable' });
  expect(!result.ok && result.error === 'not-acceptable' && result.problems).toContainEqual(problem);
});

it('names that exist are saved', async () => {
  const settings = {
    everywhere: { theme: 'Harbourline', hostSignIn: 'Staff' },
    locations: [{ location: 'Oslo', options: { theme: 'Plain' } }],
  };
  expect(await save(settings)).toMatchObject({ ok: true, saved: { value: settings } });
});
