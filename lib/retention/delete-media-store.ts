import type { Transaction } from '@/lib/db/client';

/**
 * Deletes the media told of these legs, but for those that are still there or that another one names: media may be told
 * under those too (event-sink.md §3). Returns of which.
 */
export async function deleteMediaOfNobody(tx: Transaction, legIds: readonly string[]): Promise<string[]> {
  const owned = await tx.$queryRaw<{ ids: string[] }[]>`
    select related_ids || id as ids from participant_leg
    where id = any(${[...legIds]}::text[]) or related_ids && ${[...legIds]}::varchar[]`;
  const isOwned = new Set(owned.flatMap(({ ids }) => ids));
  const nobodys = legIds.filter((id) => !isOwned.has(id));
  await tx.$executeRaw`delete from media_window where leg_id = any(${nobodys}::text[])`;
  await tx.$executeRaw`delete from leg_media where leg_id = any(${nobodys}::text[])`;
  return nobodys;
}
