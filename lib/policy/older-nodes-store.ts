import { z } from 'zod';
import { database } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { loadSetting } from '@/lib/settings/setting-store';

/** Under this name the row is kept, and every instance is told that it has changed. */
export const OLDER_NODES = 'older-nodes';

const Seen = z.object({ at: z.iso.datetime().optional() });

/** When a node of an older release was last seen by anybody, in milliseconds; -Infinity when none ever was. */
export async function loadOlderNodesSeenAt(): Promise<number> {
  const { at } = await loadSetting(OLDER_NODES, Seen);
  return at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(at);
}

/** Tells every instance that one was seen. What somebody saw later stays. */
export function saveOlderNodesSeenAt(atMs: number): Promise<void> {
  const at = new Date(atMs).toISOString();
  return database().$transaction(async (transaction) => {
    await transaction.$executeRaw`
      INSERT INTO setting (key, value, saved_at) VALUES (${OLDER_NODES}, jsonb_build_object('at', ${at}::text), now())
      ON CONFLICT (key) DO UPDATE SET saved_at = excluded.saved_at,
        value = jsonb_build_object('at', greatest(setting.value->>'at', ${at}::text))`;
    await notifyChanged(OLDER_NODES, transaction);
  });
}
