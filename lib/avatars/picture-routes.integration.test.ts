import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { deleteDevice } from '@/lib/devices/device-store';
import { testDatabase } from '@/lib/testing/database';
import type { AvatarOwner } from './avatar-store';
import { jpegFrame } from './jpeg-frame';
import { sharp } from './picture-library';
import { acceptPicture, answerPicture, removePicture } from './picture-routes';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate device, agent, avatar, audit_entry cascade');
});

const picture = (width = 64, height = 48) => sharp({ create: { width, height, channels: 3, background: 'red' } });
const device = async (): Promise<AvatarOwner> => {
  const data = { alias: 'room7@example.com', name: 'Room 7', kind: 'room' } as const;
  return { kind: 'device', id: (await database().device.create({ data, select: { id: true } })).id };
};
const agent = async (): Promise<AvatarOwner> => {
  const data = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'x' };
  return { kind: 'agent', id: (await database().agent.create({ data, select: { id: true } })).id };
};
const INGRID = { id: randomUUID(), name: 'Ingrid', email: 'ingrid@example.com' };
const avatars = () => database().avatar.count();

describe('pictures at the desk', () => {
  const put = (body: BodyInit) => new Request('http://localhost/picture', { method: 'PUT', body });
  const get = (path = '', headers = {}) => new Request(`http://localhost/picture${path}`, { headers });
  const upload = async (owner: AvatarOwner, bytes?: Uint8Array) =>
    acceptPicture(put(new Uint8Array(bytes ?? (await picture().png().toBuffer()))), owner, INGRID);

  it('an upload is answered with its id, shown, and taken away again', async () => {
    const owner = await device();
    expect((await answerPicture(get(), owner)).status).toBe(404);
    const { avatarId } = (await (await upload(owner)).json()) as { avatarId: string };
    const shown = await answerPicture(get(), owner);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      etag: `"${avatarId}"`,
      'cache-control': 'private, no-cache',
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
    });
    expect(jpegFrame(new Uint8Array(await shown.arrayBuffer()))).toEqual({ width: 64, height: 48, components: 3 });
    expect((await answerPicture(get('', { 'if-none-match': `"${avatarId}"` }), owner)).status).toBe(304);
    const named = await answerPicture(get(`?v=${avatarId}`), owner);
    expect(named.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const old = await answerPicture(get(`?v=${randomUUID()}`), owner);
    expect(old.headers.get('cache-control'), 'an address that names another picture').toBe('private, no-cache');
    expect(await (await removePicture(owner, INGRID)).json()).toEqual({ avatarId: null });
    expect((await answerPicture(get(), owner)).status).toBe(404);
  });

  it.each([
    ['agent', agent],
    ['device', device],
  ])('no picture is left behind: %s', async (_kind, make) => {
    const owner = await make();
    await upload(owner);
    await upload(owner);
    expect(await avatars()).toBe(1);
    await Promise.all(Array.from({ length: 6 }, () => upload(owner)));
    expect(await avatars()).toBe(1);
    await removePicture(owner, INGRID);
    expect(await avatars()).toBe(0);
    expect((await removePicture(owner, INGRID)).status).toBe(200);
  });

  it('who changed whose picture is written down, and what changed nothing is not', async () => {
    for (const owner of [await device(), await agent()]) {
      await upload(owner);
      for (let time = 0; time < 2; time += 1) await removePicture(owner, INGRID);
    }
    const entries = await database().auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(entries.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`)).toEqual([
      'Ingrid device.picture-changed room7@example.com',
      'Ingrid device.picture-removed room7@example.com',
      'Ingrid agent.picture-changed Ingrid',
      'Ingrid agent.picture-removed Ingrid',
    ]);
  });

  it('a device takes its picture with it', async () => {
    const owner = await device();
    await upload(owner);
    await deleteDevice(owner.id, { kind: 'mayfly' });
    expect(await avatars()).toBe(0);
  });

  it('what is refused changes nothing', async () => {
    const owner = await device();
    const { avatarId } = (await (await upload(owner)).json()) as { avatarId: string };
    const noPicture = await upload(owner, Buffer.from('<svg/>'));
    expect([noPicture.status, ((await noPicture.json()) as { code: string }).code]).toEqual([422, 'no-picture']);
    expect((await acceptPicture(new Request('http://localhost', { method: 'PUT' }), owner, INGRID)).status).toBe(422);
    const huge = await upload(owner, await picture(6000, 5001).png().toBuffer());
    expect([huge.status, ((await huge.json()) as { code: string }).code]).toEqual([422, 'too-many-pixels']);
    const answer = await answerPicture(get(), owner);
    expect(answer.headers.get('etag')).toBe(`"${avatarId}"`);
    expect(await avatars()).toBe(1);
  });

  it('is read no further than five megabytes, however much is sent', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request('http://localhost', { method: 'PUT', body: endless, duplex: 'half' } as RequestInit);
    expect((await acceptPicture(request, await device(), INGRID)).status).toBe(413);
    expect(sent).toBeLessThan(6 * 1024 * 1024);
  });

  it('is for nobody who does not exist', async () => {
    const nobody: AvatarOwner = { kind: 'device', id: randomUUID() };
    expect((await upload(nobody)).status).toBe(404);
    expect((await removePicture(nobody, INGRID)).status).toBe(404);
    expect((await answerPicture(get(), nobody)).status).toBe(404);
    expect(await avatars()).toBe(0);
  });
});
