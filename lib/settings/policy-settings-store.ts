import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import { POLICY_SETTINGS } from './current-settings';
import { isSamePolicy, PolicySettings, type SavedPolicySettings } from './policy-settings';
import { putSetting } from './setting-store';

// How calls are admitted, as the desk shows and replaces it. From the database, not from memory: whoever edits this has to see
// what is there now.

export async function savedPolicySettings(transaction: Transaction = database()): Promise<SavedPolicySettings> {
  const row = await transaction.setting.findUnique({
    where: { key: POLICY_SETTINGS },
    select: { value: true, savedAt: true, savedBy: { select: { name: true } } },
  });
  // A row that was changed by hand is shown as policy takes it: as saying nothing.
  const value = PolicySettings.safeParse(row?.value ?? {}).data ?? PolicySettings.parse({});
  return { value, savedAt: row?.savedAt.toISOString() ?? null, savedBy: row?.savedBy?.name ?? null };
}

type Replaced = { ok: true; saved: SavedPolicySettings } | { ok: false; newest: SavedPolicySettings };

/** Puts `value` in force where `basedOn` still holds; what holds already is left as it is, whoever saved it. */
export function replacePolicySettings(
  value: PolicySettings,
  basedOn: PolicySettings,
  agent: Extract<Actor, { kind: 'agent' }>,
): Promise<Replaced> {
  return database().$transaction(async (transaction) => {
    // The row may not be there yet, so it cannot be what writers wait for each other at.
    await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`setting ${POLICY_SETTINGS}`}))::text`;
    const newest = await savedPolicySettings(transaction);
    if (isSamePolicy(newest.value, value)) return { ok: true, saved: newest };
    if (!isSamePolicy(newest.value, basedOn)) return { ok: false, newest };
    await putSetting(transaction, POLICY_SETTINGS, { ...value }, agent.id);
    await recordAudit(transaction, {
      ...{ actor: agent, action: 'policy-settings.changed', subject: 'How calls are admitted' },
      detail: { ...value },
    });
    return { ok: true, saved: await savedPolicySettings(transaction) };
  });
}
