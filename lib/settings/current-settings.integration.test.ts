import { beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { CONFERENCE_SETTINGS, conferenceSettings } from './current-settings';

beforeAll(testDatabase);

async function add(value: object): Promise<number> {
  return (await database().conferenceSettings.create({ data: { value }, select: { id: true } })).id;
}

/** Has them read again, and waits until that has been done. */
async function readAgain(newest: number) {
  await notifyChanged(CONFERENCE_SETTINGS);
  const newestId = async () => (await conferenceSettings.current()).newestId;
  await expect.poll(newestId, { timeout: 10_000 }).toBe(newest);
  return (await conferenceSettings.current()).byId;
}

it('when others are saved, those that are known are neither read nor made again', async () => {
  const [spring, broken] = [
    await add({ everywhere: { theme: 'Spring' }, locations: [] }),
    await add({ everywhere: 7 }),
  ];
  const before = (await conferenceSettings.current()).byId;
  expect(before.get(spring)).toEqual({ everywhere: { theme: 'Spring' }, locations: [] });
  expect(takeConsoleErrors().flat().join()).toContain(`conference settings ${broken} are not acceptable`);

  // Whoever read it again would say so.
  await database().conferenceSettings.update({ where: { id: spring }, data: { value: 'nothing of ours' } });
  const after = await readAgain(await add({ everywhere: { theme: 'Autumn' }, locations: [] }));

  expect(takeConsoleErrors()).toEqual([]);
  for (const [id, settings] of before) expect(after.get(id)).toBe(settings);
  expect(after.size).toBe(before.size + 1);
});

it('those that are no longer there are forgotten', async () => {
  const { newestId } = await conferenceSettings.current();
  const id = await add({ everywhere: { theme: 'Winter' }, locations: [] });
  expect((await readAgain(id)).has(id)).toBe(true);
  await database().conferenceSettings.delete({ where: { id } });
  expect((await readAgain(newestId)).has(id)).toBe(false);
});
