import { parse, safeParse, type $ZodType, type output } from 'zod/v4/core';
import { database, type Transaction } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import type { Prisma } from '@/lib/db/generated/client';

/** One subject's setting, or what the schema makes of nothing when it was never saved or is no longer acceptable. */
export async function loadSetting<S extends $ZodType>(key: string, schema: S): Promise<output<S>> {
  const row = await database().setting.findUnique({ where: { key }, select: { value: true } });
  const parsed = safeParse(schema, row?.value ?? {});
  if (parsed.success) return parsed.data;
  console.error(`setting ${key} is not acceptable and is left out`);
  return parse(schema, {});
}

/** Saves a setting that its schema has accepted, in the caller's transaction; every instance goes by it within a second. */
export async function putSetting(
  transaction: Transaction,
  key: string,
  value: Prisma.InputJsonValue,
  savedById: string,
): Promise<void> {
  const row = { value, savedById, savedAt: new Date() };
  await transaction.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
  await notifyChanged(key, transaction);
}

/** The ids of all conference settings there are, oldest first: a meeting may run with some that are no longer in force. */
export async function listConferenceIds(): Promise<number[]> {
  const rows = await database().conferenceSettings.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export function loadConferenceRows(ids: number[]): Promise<{ id: number; value: Prisma.JsonValue }[]> {
  return database().conferenceSettings.findMany({ where: { id: { in: ids } }, select: { id: true, value: true } });
}

/** Adds conference settings, which are in force from then on, in the caller's transaction. */
export async function insertConferenceSettings(
  transaction: Transaction,
  value: Prisma.InputJsonValue,
  savedById: string,
): Promise<{ id: number }> {
  // Not the column's default, which is when the transaction began: it may have waited for another one's lock since.
  const data = { value, savedById, savedAt: new Date() };
  return transaction.conferenceSettings.create({ data, select: { id: true } });
}
