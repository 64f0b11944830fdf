import { beforeAll, beforeEach, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import type { PolicySettings } from './policy-settings';
import { replacePolicySettings, savedPolicySettings } from './policy-settings-store';

const DEFAULT: PolicySettings = { requiresTickets: false, otherDevices: 'own-list' };
const TICKETS: PolicySettings = { ...DEFAULT, requiresTickets: true };
const REFUSING: PolicySettings = { ...DEFAULT, otherDevices: 'reject' };

let agents: { kind: 'agent'; id: string; name: string }[];

beforeAll(async () => {
  await testDatabase();
  const add = async (name: string) => {
    const data = { email: `${name}@example.com`, name, passwordHash: 'none' };
    return { kind: 'agent' as const, ...(await database().agent.create({ data, select: { id: true, name: true } })) };
  };
  agents = [await add('Ingrid'), await add('Ola')];
});

beforeEach(async () => {
  await database().setting.deleteMany();
  await database().auditEntry.deleteMany();
});

const save = (value: PolicySettings, basedOn: PolicySettings, who = 0) =>
  replacePolicySettings(value, basedOn, agents[who]!);

it('before anybody saves, what nobody set holds', async () => {
  expect(await savedPolicySettings()).toEqual({ value: DEFAULT, savedAt: null, savedBy: null });
});

it('of two agents who began with the same, the second hears what the first has saved, and nothing is lost', async () => {
  expect(await save(TICKETS, DEFAULT)).toMatchObject({ ok: true, saved: { value: TICKETS, savedBy: 'Ingrid' } });
  expect(await save(REFUSING, DEFAULT, 1)).toMatchObject({ ok: false, newest: { value: TICKETS, savedBy: 'Ingrid' } });
  expect((await savedPolicySettings()).value).toEqual(TICKETS);
  expect(await save(REFUSING, TICKETS, 1)).toMatchObject({ ok: true, saved: { value: REFUSING, savedBy: 'Ola' } });
});

it('also when both save at the same moment', async () => {
  for (let round = 0; round < 5; round += 1) {
    await database().setting.deleteMany();
    const both = await Promise.all([save(TICKETS, DEFAULT), save(REFUSING, DEFAULT, 1)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  }
});

it('what holds already is saved by nobody again, and each change is written down', async () => {
  await save(TICKETS, DEFAULT);
  expect(await save(TICKETS, DEFAULT, 1)).toMatchObject({ ok: true, saved: { savedBy: 'Ingrid' } });
  const entries = await database().auditEntry.findMany({ select: { actor: true, action: true } });
  expect(entries).toEqual([{ actor: 'Ingrid', action: 'policy-settings.changed' }]);
});
