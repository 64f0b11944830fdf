import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { rulesIn } from '@/lib/media-locations/choose-rule';
import { insertRule } from '@/lib/media-locations/media-rule-store';
import { mediaRules } from '@/lib/media-locations/media-rules';
import { newestConferenceSettings } from '@/lib/settings/conference-settings-store';
import { saveConferenceSettings } from '@/lib/settings/save-conference-settings';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import {
  managementSettings,
  setNames,
  startManagementNode,
  type TestManagementNode,
} from '@/lib/testing/management-node';
import { unknownNames } from './unknown-names';

let management: TestManagementNode;
let agentId: string;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
  const agent = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'none' };
  agentId = (await database().agent.create({ data: agent, select: { id: true } })).id;
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterAll(() => {
  vi.useRealTimers();
  return management.close();
});

const infinityHas = (names: Record<string, string[]>) => setNames(management, names);

// Long enough that names are looked up anew.
beforeEach(() => void vi.setSystemTime(Date.now() + 60_000));
const look = () => unknownNames(new Date());
const ALL_WELL = { names: [], total: 0, isUnchecked: false };

it('where nothing is named, Infinity is not even asked', async () => {
  expect(await look()).toEqual(ALL_WELL);
  expect(management.asked).toEqual([]);
});

it('what was removed from Infinity after it was saved is told, with where it stands', async () => {
  infinityHas({
    system_location: ['Harbour', 'Oslo'],
    ivr_theme: ['Plain', 'Nordic'],
    identity_provider_group: ['Staff'],
  });
  const settings = {
    everywhere: { theme: 'Nordic', hostSignIn: 'Staff' },
    locations: [{ location: 'Oslo', options: { theme: 'Plain' } }],
  };
  const basedOn = (await newestConferenceSettings()).id;
  const saved = await saveConferenceSettings({ settings, basedOn, saveUnchecked: false, agentId });
  expect(saved.ok).toBe(true);
  const by = { kind: 'agent', id: agentId, name: 'Ingrid' } as const;
  const rule = { network: '', protocol: '', location: 'Harbour', overflow: ['Oslo'], note: '' };
  for (const askingLocation of ['', 'Oslo']) await insertRule({ ...rule, askingLocation }, by);
  // Heard of within moments.
  await expect.poll(async () => rulesIn(await mediaRules.current()).length).toBe(2);
  expect(await look()).toEqual(ALL_WELL);

  infinityHas({ system_location: ['Harbour'], ivr_theme: [], identity_provider_group: ['Staff'] });
  vi.setSystemTime(Date.now() + 60_000);
  const theme = 'is not the name of a theme on Infinity';
  const location = 'is not the name of a location on Infinity';
  const at = { in: 'settings', location: 'Oslo' };
  expect(await look()).toEqual({
    names: [
      { in: 'settings', name: 'Nordic', fault: theme, field: 'everywhere.theme', location: null },
      { ...at, name: 'Oslo', fault: location, field: 'locations.0.location' },
      { ...at, name: 'Plain', fault: theme, field: 'locations.0.options.theme' },
      { in: 'media-rules', name: 'Oslo', fault: location, rules: 2, isAsking: false },
      { in: 'media-rules', name: 'Oslo', fault: location, rules: 1, isAsking: true },
    ],
    total: 5,
    isUnchecked: false,
  });
});

it('many who look at once and soon after cost Infinity one request for each kind of name', async () => {
  management.asked.length = 0;
  for (let round = 0; round < 3; round += 1) await Promise.all([look(), look(), look()]);
  const kinds = ['identity_provider_group', 'ivr_theme', 'system_location'];
  expect(management.asked.toSorted()).toEqual(kinds.map((kind) => `GET configuration/v1/${kind}/?limit=1000`));
});

it('a Management Node that is away is told, and not asked again by everybody who looks', async () => {
  management.asked.length = 0;
  management.refuse = () => 503;
  const unchecked = { names: [], total: 0, isUnchecked: true };
  for (let round = 0; round < 3; round += 1) expect(await look()).toEqual(unchecked);
  expect(management.asked).toHaveLength(3);
  management.refuse = () => null;
  vi.setSystemTime(Date.now() + 30_000);
  expect(await look()).toMatchObject({ total: 5, isUnchecked: false });
});

it('what is mended and kept by meetings under way is told, with how many they are', async () => {
  infinityHas({ system_location: ['Harbour', 'Oslo'], ivr_theme: ['Polar'], identity_provider_group: ['Staff'] });
  const { id: settingsId } = await newestConferenceSettings();
  const first = await storedMeeting({ settingsId });
  for (const more of [{}, { cancelledAt: new Date() }, { validUntil: first.validFrom }]) {
    await storedMeeting({ settingsId, ...more });
  }
  const settings = { everywhere: { theme: 'Polar' }, locations: [] };
  expect(await saveConferenceSettings({ settings, basedOn: settingsId, saveUnchecked: false, agentId })).toMatchObject({
    ok: true,
  });
  const fault = 'is not the name of a theme on Infinity';
  const kept = { in: 'kept', fault, option: 'theme', meetings: 2 };
  await expect.poll(look, { timeout: 10_000 }).toEqual({
    names: [
      { ...kept, name: 'Nordic', location: null },
      { ...kept, name: 'Plain', location: 'Oslo' },
    ],
    total: 2,
    isUnchecked: false,
  });
});

it('where no Management Node is configured, nothing is said', async () => {
  for (const name of Object.keys(managementSettings(management))) vi.stubEnv(name, '');
  vi.resetModules();
  const unconfigured = await import('./unknown-names');
  expect(await unconfigured.unknownNames(new Date())).toEqual(ALL_WELL);
});
