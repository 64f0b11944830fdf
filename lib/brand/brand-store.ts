import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '@/lib/audit/audit-action';
import { recordAudit } from '@/lib/audit/audit-store';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { database, type Transaction } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { BrandSettings, type SavedBrand } from './brand-settings';

/** Under which the settings are kept in the setting table, and changes are told to every instance. */
export const BRAND = 'brand';

/** The settings in force. A row that was changed by hand, and cannot be, must not cost anybody the site. */
export async function loadBrand(transaction: Transaction = database()): Promise<SavedBrand> {
  const row = await transaction.setting.findUnique({
    where: { key: BRAND },
    select: { value: true, savedAt: true, savedBy: { select: { name: true } } },
  });
  const logo = await transaction.brandLogo.findFirst({ orderBy: NEWEST, select: { id: true } });
  const parsed = BrandSettings.safeParse(row?.value ?? {});
  if (!parsed.success) console.error('the brand settings are not acceptable and are left out');
  return {
    settings: parsed.data ?? BrandSettings.parse({}),
    savedAt: row?.savedAt.toISOString() ?? null,
    savedBy: row?.savedBy?.name ?? null,
    logoId: logo?.id ?? null,
  };
}

const NEWEST = { createdAt: 'desc' } as const;

export type SaveBrandResult =
  { ok: true; saved: SavedBrand } | { ok: false; error: 'changed-meanwhile'; newest: SavedBrand };

/** Puts settings in force, unless somebody has saved others since `basedOn`: what the administrator saw when they began. */
export function saveBrand(
  settings: BrandSettings,
  basedOn: string | null,
  agent: SignedInAgent,
): Promise<SaveBrandResult> {
  return database().$transaction(async (transaction) => {
    await takeTurns(transaction);
    const before = await loadBrand(transaction);
    if (isDeepStrictEqual(before.settings, settings)) return { ok: true, saved: before };
    if (before.savedAt !== basedOn) return { ok: false, error: 'changed-meanwhile', newest: before };
    const row = { value: { ...settings }, savedById: agent.id, savedAt: new Date() };
    await transaction.setting.upsert({ where: { key: BRAND }, create: { key: BRAND, ...row }, update: row });
    const fields = Object.entries(settings).filter(
      ([key, value]) => !isDeepStrictEqual(value, beforeValue(before, key)),
    );
    await tell(transaction, agent, 'brand.changed', { changed: fields.map(([key]) => key) });
    return { ok: true, saved: await loadBrand(transaction) };
  });
}

const beforeValue = ({ settings }: SavedBrand, key: string): unknown =>
  Object.entries(settings).find(([k]) => k === key)?.[1];

/** Takes this PNG as the logo, or none. */
export function replaceLogo(image: Buffer | null, agent: SignedInAgent): Promise<{ logoId: string | null }> {
  return database().$transaction(async (transaction) => {
    await takeTurns(transaction);
    await transaction.brandLogo.deleteMany();
    const data = image && { image: new Uint8Array(image) };
    const created = data && (await transaction.brandLogo.create({ data, select: { id: true } }));
    await tell(transaction, agent, image ? 'brand.logo-changed' : 'brand.logo-removed');
    return { logoId: created?.id ?? null };
  });
}

/** The logo in force; null: there is none. */
export function loadLogo(): Promise<{ id: string; image: Uint8Array } | null> {
  return database().brandLogo.findFirst({ orderBy: NEWEST, select: { id: true, image: true } });
}

/** Taken by whoever saves, until their transaction ends. */
const SAVING_LOCK = 7_240_312;

async function takeTurns(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(${SAVING_LOCK}::bigint)::text`;
}

async function tell(
  transaction: Transaction,
  { id, name }: SignedInAgent,
  action: AuditAction,
  detail?: { changed: string[] },
): Promise<void> {
  await recordAudit(transaction, {
    actor: { kind: 'agent', id, name },
    action,
    subject: 'The company’s brand',
    detail,
  });
  await notifyChanged(BRAND, transaction);
}
