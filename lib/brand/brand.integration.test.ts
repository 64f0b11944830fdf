import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sharp } from '@/lib/avatars/picture-library';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { database, disconnectDatabase } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { BrandSettings, type SavedBrand } from './brand-settings';
import { BRAND, loadBrand, loadLogo, replaceLogo, saveBrand } from './brand-store';
import { currentBrand } from './current-brand';
import { takeLogo } from './take-logo';

let ingrid: SignedInAgent;
beforeAll(async () => {
  await testDatabase();
  const data = { name: 'Ingrid', email: `${randomUUID()}@example.com`, passwordHash: 'none' };
  ingrid = await database().agent.create({ data, select: { id: true, name: true, email: true } });
});
afterAll(disconnectDatabase);

const usual = BrandSettings.parse({});
const saved = async (change: object) => {
  const before = await loadBrand();
  const result = await saveBrand({ ...before.settings, ...change }, before.savedAt, ingrid);
  if (!result.ok) throw new Error(result.error);
  return result.saved;
};

it('what is saved holds on every instance within a second, with a note of who changed what', async () => {
  expect(await currentBrand()).toEqual({ settings: usual, savedAt: null, savedBy: null, logoId: null });
  const { savedAt } = await saved({ companyName: 'Fjord Bank', place: 'start' });
  await vi.waitFor(async () => expect((await currentBrand()).settings.companyName).toBe('Fjord Bank'), {
    timeout: 1_500,
  });
  expect(await currentBrand()).toMatchObject({ savedAt, savedBy: 'Ingrid', settings: { place: 'start' } });
  const [entry] = await database().auditEntry.findMany({ where: { action: 'brand.changed' } });
  expect(entry).toMatchObject({ actor: 'Ingrid', detail: { changed: ['companyName', 'place'] } });
});

it('nobody overwrites unseen what somebody else saved meanwhile; the same again is no change', async () => {
  const seen = await loadBrand();
  await saved({ companyName: 'Fjord & Co' });
  const late = await saveBrand({ ...seen.settings, place: 'end' }, seen.savedAt, ingrid);
  expect(late).toMatchObject({
    ok: false,
    error: 'changed-meanwhile',
    newest: { settings: { companyName: 'Fjord & Co' } },
  });
  const entries = () => database().auditEntry.count({ where: { action: 'brand.changed' } });
  const before = await entries();
  expect(await saveBrand((await loadBrand()).settings, null, ingrid)).toMatchObject({ ok: true });
  expect(await entries()).toBe(before);
  // Of two at the same moment one is told.
  const { settings, savedAt } = await loadBrand();
  const both = await Promise.all(
    ['One', 'Two'].map((companyName) => saveBrand({ ...settings, companyName }, savedAt, ingrid)),
  );
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

it('settings that were changed by hand and cannot be are left out, and the site goes on', async () => {
  await saved({ companyName: 'Before' });
  const heard = async (check: (brand: SavedBrand) => void) => {
    await notifyChanged(BRAND);
    await vi.waitFor(async () => check(await currentBrand()), { timeout: 5_000 });
  };
  await database().setting.update({ where: { key: BRAND }, data: { value: { accent: 'pink' } } });
  await heard(({ settings }) => expect(settings).toEqual(usual));
  await database().setting.deleteMany({ where: { key: BRAND } });
  await heard(({ savedAt }) => expect(savedAt).toBeNull());
  expect(new Set(takeConsoleErrors().flat())).toEqual(
    new Set(['the brand settings are not acceptable and are left out']),
  );
});

it('a logo is kept as a small PNG, one at a time, and its transparency stays', async () => {
  const background = { r: 12, g: 102, b: 106, alpha: 0.5 };
  const wide = await sharp({ create: { width: 2000, height: 250, channels: 4, background } })
    .webp()
    .toBuffer();
  const taken = await takeLogo(wide);
  if (!taken.ok) throw new Error(taken.error);
  expect(await sharp(taken.image).metadata()).toMatchObject({ format: 'png', width: 512, height: 64, hasAlpha: true });
  const first = await replaceLogo(taken.image, ingrid);
  const second = await replaceLogo(taken.image, ingrid);
  expect(second.logoId).not.toBe(first.logoId);
  expect(await database().brandLogo.count()).toBe(1);
  expect((await loadLogo())?.id).toBe(second.logoId);
  await vi.waitFor(async () => expect((await currentBrand()).logoId).toBe(second.logoId), { timeout: 1_500 });
  await replaceLogo(null, ingrid);
  expect(await loadLogo()).toBeNull();
});

it('what is no picture, or one with too many pixels, is no logo', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  expect(await takeLogo(svg)).toEqual({ ok: false, error: 'no-picture' });
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  expect(await takeLogo(png.subarray(0, 50))).toEqual({ ok: false, error: 'no-picture' });
  const huge = await sharp({ create: { width: 6_000, height: 6_000, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  expect(await takeLogo(huge)).toEqual({ ok: false, error: 'too-many-pixels' });
});
