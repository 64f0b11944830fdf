import { beforeAll, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';

// Two instances are two copies of the modules on one database.

beforeAll(testDatabase);

async function anInstance() {
  vi.resetModules();
  return (await import('@/lib/testing/ask-policy')).openPolicyDoor();
}

it('a conference keeps or does without a later layout as its first caller was told, at every instance', async () => {
  const layout = { kind: 'same', view: 'nine_mains_zero_pips' };
  await database().conferenceSettings.create({ data: { value: { everywhere: { layout }, locations: [] } } });
  const [one, another] = [await anInstance(), await anInstance()];
  const [before, after, unsettled] = [await storedMeeting(), await storedMeeting(), await storedMeeting()];
  const told = async (meeting: typeof before, version_id: string, instance: typeof one) => {
    const { result } = await instance.ask('service/configuration', { local_alias: meeting.alias, version_id });
    return (result as { view?: string }).view;
  };
  expect(await told(before, '39', one)).toBe(layout.view);
  expect(await told(after, '34', one)).toBeUndefined();
  for (const instance of [one, another]) {
    expect(await told(before, '39', instance)).toBe(layout.view);
    expect(await told(after, '39', instance)).toBeUndefined();
  }
  const settled = await database().meeting.findMany({
    where: { id: { in: [before.id, after.id, unsettled.id] } },
    select: { id: true, hasEarlyViewsOnly: true },
  });
  const by = (id: string) => settled.find((each) => each.id === id)?.hasEarlyViewsOnly;
  expect([by(before.id), by(after.id), by(unsettled.id)]).toEqual([false, true, null]);
  for (const instance of [one, another]) await instance.close();
});
