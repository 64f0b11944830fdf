import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { replaceAvatar, type AvatarOwner } from './avatar-store';
import { findAvatar } from './find-avatar';
import { jpegFrame } from './jpeg-frame';
import { sharp } from './picture-library';
import { renderAvatar } from './render-avatar';
import { takePicture } from './take-picture';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate device, agent, avatar cascade');
});

const picture = (width = 64, height = 48, background: object = { r: 200, g: 30, b: 30 }) =>
  sharp({ create: { width, height, channels: 3, background } });
const png = () => picture().png().toBuffer();
const device = async (alias = 'room7@example.com'): Promise<AvatarOwner> => {
  const { id } = await database().device.create({ data: { alias, name: alias, kind: 'room' }, select: { id: true } });
  return { kind: 'device', id };
};
const agent = async (email = 'ingrid@example.com', disabledAt: Date | null = null): Promise<AvatarOwner> => {
  const data = { email, name: 'Ingrid', passwordHash: 'x', disabledAt };
  return { kind: 'agent', id: (await database().agent.create({ data, select: { id: true } })).id };
};
async function give(owner: AvatarOwner, upload: Buffer): Promise<string> {
  const taken = await takePicture(upload);
  return (await replaceAvatar(owner, taken.ok ? taken.image : null, { kind: 'mayfly' }))!.avatarId!;
}

describe('a picture as Infinity gets it', () => {
  const SIZES = [
    [1, 1],
    [1000, 1],
    [1, 1000],
    [100, 40],
    [33, 77],
    [1000, 1000],
  ] as const;

  it.each([
    ['a photo', () => picture(640, 480).jpeg()],
    ['a CMYK photo', () => picture(64, 48).toColourspace('cmyk').jpeg()],
    ['a grey photo', () => picture(64, 48).toColourspace('b-w').jpeg()],
    ['a drawing with transparency', () => picture(64, 48).ensureAlpha(0).png()],
    ['a photo taken sideways', () => picture(640, 480).withMetadata({ orientation: 6 }).jpeg()],
    ['a line', () => picture(1000, 1).png()],
    ['a point', () => picture(1, 1).png()],
  ])('is a colour JPEG of exactly the size that was asked for: %s', async (_name, make) => {
    const avatarId = await give(await device(), await make().toBuffer());
    for (const [width, height] of SIZES) {
      const image = await renderAvatar(avatarId, width, height);
      expect(jpegFrame(image!)).toEqual({ width, height, components: 3 });
      const read = await sharp(image!).metadata();
      expect(read).toMatchObject({ format: 'jpeg', width, height, channels: 3, space: 'srgb', hasAlpha: false });
      expect([read.exif, read.icc, read.isProgressive]).toEqual([undefined, undefined, false]);
    }
  });

  it.each([
    [0, 0, 1, 1],
    [-3, 5000, 1, 1000],
    [1e9, 40.9, 1000, 40],
    [Number.NaN, 100, 1000, 100],
  ])('asked for as %d × %d it is %d × %d', async (width, height, heldWidth, heldHeight) => {
    const avatarId = await give(await device(), await png());
    expect(jpegFrame((await renderAvatar(avatarId, width, height))!)).toMatchObject({
      width: heldWidth,
      height: heldHeight,
    });
  });

  it('is filled from the middle', async () => {
    const wide = await picture(300, 100, { r: 255, g: 255, b: 255 })
      .composite([{ input: await picture(100, 100).png().toBuffer(), left: 100, top: 0 }])
      .png()
      .toBuffer();
    const square = await renderAvatar(await give(await device(), wide), 50, 50);
    const [, green] = await sharp(await sharp(square!).extract({ left: 2, top: 2, width: 46, height: 46 }).toBuffer())
      .resize(1, 1)
      .raw()
      .toBuffer();
    expect(green, 'the red middle alone').toBeLessThan(60);
  });

  it('is rendered once for all who ask at the same time, and not again for who asks later', async () => {
    const avatarId = await give(await device(), await png());
    const together = await Promise.all(Array.from({ length: 20 }, () => renderAvatar(avatarId, 120, 120)));
    expect(new Set(together).size).toBe(1);
    await pool().query('truncate avatar cascade');
    expect(await renderAvatar(avatarId, 120, 120)).toBe(together[0]);
    expect(await renderAvatar(avatarId, 121, 120)).toBeNull();
  });

  it('is nothing where there is none, also when many ask', async () => {
    const none = randomUUID();
    expect(await Promise.all([1, 2, 3].map(() => renderAvatar(none, 10, 10)))).toEqual([null, null, null]);
  });
});

describe('whose picture', () => {
  it('a device is known by its alias, an agent by e-mail address or id', async () => {
    const ofDevice = await give(await device(), await png());
    const ingrid = await agent();
    const ofAgent = await give(ingrid, await png());
    expect(await findAvatar({ kind: 'alias', alias: 'SIP:Room7@example.com:5061;ob' })).toBe(ofDevice);
    expect(await findAvatar({ kind: 'alias', alias: 'Ingrid@Example.com' })).toBe(ofAgent);
    expect(await findAvatar({ kind: 'agent', agentId: ingrid.id })).toBe(ofAgent);
  });

  it('an agent’s own app without a picture shows the agent', async () => {
    await device('ingrid@example.com');
    const ofAgent = await give(await agent(), await png());
    expect(await findAvatar({ kind: 'alias', alias: 'sip:ingrid@example.com' })).toBe(ofAgent);
  });

  it('nobody else has one', async () => {
    await device();
    await give(await agent('gone@example.com', new Date()), await png());
    for (const alias of ['room7@example.com', 'gone@example.com', 'Dana', '', 'a\0', '%', '\ud800']) {
      expect(await findAvatar({ kind: 'alias', alias })).toBeNull();
    }
    for (const agentId of [randomUUID(), (await agent()).id]) {
      expect(await findAvatar({ kind: 'agent', agentId })).toBeNull();
    }
  });
});
