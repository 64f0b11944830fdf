import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { database, pool } from './client';
import { notifyChanged, snapshot } from './snapshot';

beforeAll(testDatabase);

const SOON = { timeout: 3_000, interval: 20 };

/** A snapshot of a number that only the database knows. */
async function counting(name: string) {
  await database().setting.upsert({ where: { key: name }, create: { key: name, value: 1 }, update: { value: 1 } });
  let loads = 0;
  const copy = snapshot(name, async () => {
    loads += 1;
    return (await database().setting.findUniqueOrThrow({ where: { key: name } })).value;
  });
  const change = async (value: number) => {
    await database().setting.update({ where: { key: name }, data: { value } });
    await notifyChanged(name);
  };
  return { copy, change, loads: () => loads };
}

describe('a snapshot', () => {
  it('is read once and then answered from memory', async () => {
    const { copy, loads } = await counting('quiet');
    expect(await copy.current()).toBe(1);
    await expect.poll(async () => (await pool().query(LISTENERS)).rowCount, SOON).toBe(1);
    await copy.current();
    const before = loads();
    for (let time = 0; time < 50; time += 1) expect(copy.current()).toBe(1);
    expect(loads()).toBe(before);
  });

  it('has a change as soon as it is told of it', async () => {
    const { copy, change } = await counting('changing');
    expect(await copy.current()).toBe(1);
    await change(2);
    await expect.poll(() => copy.current(), SOON).toBe(2);
  });

  it('misses nothing that was said while the connection was lost', async () => {
    const { copy } = await counting('cut');
    await copy.current();
    await expect.poll(async () => (await pool().query(LISTENERS)).rowCount, SOON).toBe(1);
    await database().setting.update({ where: { key: 'cut' }, data: { value: 3 } });
    await pool().query(`SELECT pg_terminate_backend(pid) FROM (${LISTENERS}) AS listening`);
    await expect.poll(() => copy.current(), SOON).toBe(3);
  });

  it('goes on with what it knows when it cannot be read any more', async () => {
    let isBroken = false;
    const copy = snapshot('breaking', async () => {
      if (isBroken) throw new Error('away');
      return 'known';
    });
    await copy.current();
    isBroken = true;
    await notifyChanged('breaking');
    for (let time = 0; time < 20; time += 1) expect(await copy.current()).toBe('known');
  });
});

const LISTENERS =
  "SELECT pid FROM pg_stat_activity WHERE application_name = 'mayfly notices' AND datname = current_database()";
