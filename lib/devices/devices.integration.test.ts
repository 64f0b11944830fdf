import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { basisOf } from './describe-device';
import { DeviceInput, type DeviceView } from './device';
import { listDeviceAgents, listDevices } from './device-store';
import { findDeviceForRegistration } from './find-device-for-registration';
import { addDevice, changeDevice, readDevice, removeDevice } from './save-device';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate device, agent, avatar cascade');
});

const BY = { kind: 'agent', id: randomUUID(), name: 'Ingrid' } as const;
const RULES = { aliasPrefix: 'meet-' };
const input = (changes: Record<string, unknown> = {}): DeviceInput =>
  DeviceInput.parse({
    ...{
      alias: 'room7@example.com',
      name: 'Room 7',
      kind: 'room',
      branch: 'Oslo',
      username: 'room7',
      password: 's3cret',
    },
    ...{ isListed: true, finds: 'none', agentId: null },
    ...changes,
  });
const add = async (changes: Record<string, unknown> = {}) => {
  const added = await addDevice(input(changes), RULES, BY);
  if (!added.ok) throw new Error(JSON.stringify(added));
  return added.device;
};

describe('a device at the desk', () => {
  it('is added, changed and removed, and its password is never shown', async () => {
    const device = await add();
    expect(device).toMatchObject({ alias: 'room7@example.com', hasPassword: true, agentName: null, avatarId: null });
    const changed = await changeDevice(device.id, input({ name: 'Room 8', password: undefined }), RULES, BY);
    expect(changed).toMatchObject({ ok: true, device: { id: device.id, name: 'Room 8', hasPassword: true } });
    expect(JSON.stringify([device, changed, await listDevices(), await readDevice(device.id)])).not.toContain('s3cret');
    expect(await removeDevice(device.id, BY)).toBe(true);
    expect(await listDevices()).toEqual([]);
    expect(await removeDevice(device.id, BY)).toBe(false);
  });

  it('is written down with who changed it, and never its password', async () => {
    await database().auditEntry.deleteMany();
    const { id } = await add();
    await changeDevice(id, input({ password: 'an0ther' }), RULES, BY);
    await removeDevice(id, BY);
    const entries = await database().auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(entries.map(({ actor, action, subject, detail }) => [actor, action, subject, detail])).toEqual(
      ['added', 'changed', 'removed'].map((what) => ['Ingrid', `device.${what}`, 'room7@example.com', null]),
    );
  });

  it('takes no alias that another device has, however it is written, and may keep its own', async () => {
    const device = await add();
    const taken = { ok: false, field: 'alias' };
    expect(await addDevice(input({ alias: 'SIP:Room7@example.com' }), RULES, BY)).toMatchObject(taken);
    const other = await add({ alias: 'room9@example.com' });
    expect(await changeDevice(other.id, input(), RULES, BY)).toMatchObject(taken);
    expect(await changeDevice(device.id, input({ name: 'Again' }), RULES, BY)).toMatchObject({ ok: true });
  });

  it('is not changed over what another agent has changed meanwhile', async () => {
    const opened = await add();
    const change = (name: string, basedOn: DeviceView) =>
      changeDevice(opened.id, input({ name, password: undefined }), RULES, BY, basisOf(basedOn));
    const first = await change('Room of Ingrid', opened);
    expect(first).toMatchObject({ ok: true });
    expect(await change('Room of Ola', opened)).toEqual({ ok: false, error: 'changed-meanwhile' });
    const now = await readDevice(opened.id);
    expect(now).toMatchObject({ name: 'Room of Ingrid' });
    expect(await change('Room of Ola', now!)).toMatchObject({ ok: true, device: { name: 'Room of Ola' } });
  });

  it('two agents who add the same device at once get one, and one answer that says so', async () => {
    // Five connections first: while they are being made, one agent after the other would be done.
    await Promise.all(Array.from({ length: 5 }, () => pool().query('SELECT pg_sleep(0.1)')));
    const results = await Promise.all(Array.from({ length: 5 }, () => addDevice(input(), RULES, BY)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && 'field' in result && result.field === 'alias')).toHaveLength(4);
  });

  it('takes no alias of a meeting’s, where it could never be reached', async () => {
    for (const alias of ['meet-7', 'MEET-7@example.com', 'sip:meet-@x']) {
      expect(await addDevice(input({ alias }), RULES, BY)).toMatchObject({ ok: false, field: 'alias' });
    }
    expect(await addDevice(input({ alias: 'room-meet-7@example.com' }), RULES, BY)).toMatchObject({ ok: true });
  });

  it('belongs to an agent who exists', async () => {
    expect(await addDevice(input({ agentId: randomUUID() }), RULES, BY)).toMatchObject({ ok: false, field: 'agentId' });
    const agent = await storedAgent();
    expect(await add({ agentId: agent.id, finds: 'own' })).toMatchObject({ agentId: agent.id, agentName: 'Ingrid' });
    expect(await listDeviceAgents()).toEqual([{ id: agent.id, name: 'Ingrid', email: 'ingrid@example.com' }]);
  });

  it('that is not there is unknown, under any id', async () => {
    for (const id of [randomUUID(), 'x', '', '../1', 'a\0']) {
      expect(await changeDevice(id, input(), RULES, BY)).toEqual({ ok: false, error: 'unknown' });
      expect(await removeDevice(id, BY)).toBe(false);
      expect(await readDevice(id)).toBeNull();
    }
  });
});

describe('what a node is told of a device that registers', () => {
  const CREDENTIALS = { alias: 'room7@example.com', username: 'room7', password: 's3cret' };

  it('is the same however its alias is written', async () => {
    await add();
    for (const alias of [
      'room7@example.com',
      'sip:room7@example.com',
      'SIP:ROOM7@EXAMPLE.COM;transport=tls',
      'h323:room7@example.com:1720',
    ]) {
      expect(await findDeviceForRegistration(alias)).toEqual(CREDENTIALS);
    }
  });

  it('is nothing for any other', async () => {
    await add();
    for (const alias of [
      'room7',
      'room7@example.net',
      'room',
      '%',
      'room_@example.com',
      '',
      'a\0b',
      '\ud800',
      'x'.repeat(70_000),
    ]) {
      expect(await findDeviceForRegistration(alias)).toBeNull();
    }
  });

  it('keeps its password when it is changed without one, and loses it with its user name', async () => {
    const { id } = await add();
    await changeDevice(id, input({ name: 'Other', password: undefined }), RULES, BY);
    expect(await findDeviceForRegistration('room7@example.com')).toEqual(CREDENTIALS);
    await changeDevice(id, input({ password: 'new one' }), RULES, BY);
    expect(await findDeviceForRegistration('room7@example.com')).toEqual({ ...CREDENTIALS, password: 'new one' });
    await changeDevice(id, input({ username: '', password: undefined }), RULES, BY);
    const none = { ...CREDENTIALS, username: '', password: '' };
    expect(await findDeviceForRegistration('room7@example.com')).toEqual(none);
    const refused = await changeDevice(id, input({ password: undefined }), RULES, BY);
    expect(refused, 'there is no password to keep').toMatchObject({ ok: false, field: 'password' });
    expect(await addDevice(input({ alias: 'new', password: undefined }), RULES, BY)).toMatchObject({
      field: 'password',
    });
    expect(await findDeviceForRegistration('room7@example.com')).toEqual(none);
  });
});

function storedAgent() {
  return database().agent.create({ data: { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'x' } });
}
