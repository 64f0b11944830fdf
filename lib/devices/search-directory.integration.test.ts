import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import type { DeviceInput } from './device';
import { deleteDevice, insertDevice, LISTED_DEVICES, updateDevice } from './device-store';
import { searchDirectory } from './search-directory';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate device, agent, meeting cascade');
  await notifyChanged(LISTED_DEVICES);
  await vi.waitFor(async () => expect(await searchDirectory(question({ limit: 100 }), NOW)).toEqual([]));
});

const BY = { kind: 'mayfly' } as const;
const NOW = new Date();
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const question = (changes: Partial<{ q: string; limit: number; askingAlias: string }> = {}) => ({
  ...{ q: '', limit: 10, askingAlias: '' },
  ...changes,
});
const input = (alias: string, changes: Partial<DeviceInput> = {}): DeviceInput => ({
  ...{ alias, name: alias, kind: 'device', branch: '', username: '', isListed: true, finds: 'none', agentId: null },
  ...changes,
});
async function add(alias: string, changes: Partial<DeviceInput> = {}) {
  const added = await insertDevice(input(alias, changes), BY);
  if (!added.ok) throw new Error(added.error);
  return added.device;
}
const find = async (changes: Parameters<typeof question>[0]) =>
  (await searchDirectory(question(changes), NOW)).map((line) => line.alias);
/** A change reaches this process by way of the database, as it reaches every other. */
const finds = (changes: Parameters<typeof question>[0], aliases: string[]) =>
  vi.waitFor(async () => expect(await find(changes)).toEqual(aliases), { timeout: 1_000, interval: 10 });

describe('devices and rooms in the directory', () => {
  it('are found with all three keys, and without any credentials', async () => {
    await add('room7@example.com', { name: 'Room 7', branch: 'Oslo', username: 'secret', password: 'secret' });
    await finds({ q: 'oslo' }, ['room7@example.com']);
    expect(await searchDirectory(question({ q: 'ROOM os' }), NOW)).toEqual([
      { alias: 'room7@example.com', description: 'Room 7 (Oslo)', username: '' },
    ]);
  });

  it('are there while they are listed, and gone within a second after that', async () => {
    const device = await add('room7@example.com');
    await finds({}, ['room7@example.com']);
    await updateDevice(device.id, input('room7@example.com', { isListed: false }), BY);
    await finds({}, []);
    await updateDevice(device.id, input('room8@example.com'), BY);
    await finds({}, ['room8@example.com']);
    await deleteDevice(device.id, BY);
    await finds({}, []);
  });

  it('do not find themselves, however they are written', async () => {
    await add('a@example.com');
    await add('b@example.com');
    await finds({ askingAlias: 'SIP:A@example.com;ob' }, ['b@example.com']);
    expect(await find({ askingAlias: 'stranger@example.com' })).toEqual(['a@example.com', 'b@example.com']);
  });

  it('are at most as many as asked for, and the same ones each time', async () => {
    for (let index = 0; index < 12; index += 1) await add(`d${index}@example.com`, { name: `Desk ${index}` });
    await vi.waitFor(async () => expect(await find({ limit: 100 })).toHaveLength(12));
    expect(await find({ q: 'desk', limit: 3 })).toEqual(['d0@example.com', 'd1@example.com', 'd2@example.com']);
    expect(await find({ q: 'desk' })).toHaveLength(10);
    expect(await find({ q: '%' })).toEqual([]);
    expect(await find({ q: 'd_sk' })).toEqual([]);
  });

  it.each(['\0', '\ud800', '%', "'; drop table device; --", 'x'.repeat(64 * 1024), '\\', '  '])(
    'any text can be searched for and can be who asks',
    async (text) => {
      expect(await find({ q: text, askingAlias: text })).toEqual([]);
    },
  );
});

describe('meetings in the directory', () => {
  const agent = (email: string, disabledAt: Date | null = null) =>
    database().agent.create({ data: { email, name: email, passwordHash: 'x', disabledAt } });
  const hidden = { isListed: false } as const;

  it('are found by devices that may know all, after the devices, by topic and visitor', async () => {
    await add('all@example.com', { ...hidden, finds: 'all' });
    await add('water@example.com', { name: 'Zoo: water room' });
    const { alias } = await storedMeeting({ topic: 'Water damage', visitorName: 'Dana' });
    const other = await storedMeeting({ visitorName: 'Åse' });
    const nameless = await storedMeeting();
    await finds({ q: 'water', askingAlias: 'all@example.com' }, ['water@example.com', alias]);
    const lines = await searchDirectory(question({ askingAlias: 'sip:all@example.com' }), NOW);
    expect(lines.slice(1)).toEqual([
      { alias: other.alias, description: 'Åse', username: '' },
      { alias: nameless.alias, description: `Meeting …${nameless.alias.slice(-4)}`, username: '' },
      { alias, description: 'Water damage (Dana)', username: '' },
    ]);
    expect(await find({ q: 'ase', askingAlias: 'all@example.com' })).toEqual([other.alias]);
    expect(await find({ q: 'dana water', askingAlias: 'all@example.com' })).toEqual([alias]);
    expect(await find({ q: '%', askingAlias: 'all@example.com' })).toEqual([]);
  });

  it('are hidden from strangers, from nobody, and from devices that may know none', async () => {
    await add('none@example.com', hidden);
    await storedMeeting({ topic: 'Water damage' });
    for (const askingAlias of ['none@example.com', 'stranger@example.com', '', 'all%', '_']) {
      expect(await find({ askingAlias })).toEqual([]);
    }
  });

  it('of an agent are found by that agent’s device: created or joined, not merely invited to', async () => {
    const ingrid = await agent('ingrid@example.com');
    const tom = await agent('tom@example.com');
    await add('ingrid-room@example.com', { ...hidden, finds: 'own', agentId: ingrid.id });
    const created = await storedMeeting({ topic: 'Created', createdByAgentId: ingrid.id });
    const joined = await storedMeeting({ topic: 'Joined', createdByAgentId: tom.id });
    await storedTicket(joined.id, { agentId: ingrid.id, usedAt: NOW });
    const unused = await storedMeeting({ topic: 'Unused' });
    await storedTicket(unused.id, { agentId: ingrid.id });
    const toms = await storedMeeting({ topic: 'Tom’s', createdByAgentId: tom.id });
    await storedTicket(toms.id, { agentId: tom.id, usedAt: NOW });
    expect(await find({ askingAlias: 'ingrid-room@example.com' })).toEqual([created.alias, joined.alias]);
  });

  it('of an agent who is gone or was disabled are found by no device', async () => {
    const gone = await agent('gone@example.com');
    const disabled = await agent('disabled@example.com', minutes(-1));
    await add('gone-room@example.com', { ...hidden, finds: 'own', agentId: gone.id });
    await add('disabled-room@example.com', { ...hidden, finds: 'own', agentId: disabled.id });
    await storedMeeting({ createdByAgentId: disabled.id });
    await storedMeeting();
    await database().agent.delete({ where: { id: gone.id } });
    expect(await find({ askingAlias: 'gone-room@example.com' })).toEqual([]);
    expect(await find({ askingAlias: 'disabled-room@example.com' })).toEqual([]);
  });

  it('are found exactly while they are open', async () => {
    await add('all@example.com', { ...hidden, finds: 'all' });
    await storedMeeting({ topic: '1 grace', validFrom: minutes(10), validUntil: minutes(60) });
    await storedMeeting({ topic: '2 last moment', validUntil: new Date(NOW.getTime() + 1) });
    await storedMeeting({
      topic: 'too early',
      validFrom: new Date(minutes(10).getTime() + 1),
      validUntil: minutes(60),
    });
    await storedMeeting({ topic: 'over', validUntil: NOW });
    await storedMeeting({ topic: 'cancelled', cancelledAt: minutes(-1) });
    const lines = await searchDirectory(question({ askingAlias: 'all@example.com' }), NOW);
    expect(lines.map((line) => line.description)).toEqual(['1 grace', '2 last moment']);
  });
});
