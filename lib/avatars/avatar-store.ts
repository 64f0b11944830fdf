import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';

// Pictures, and whose they are. A new picture is a new row under a new id, and the old one goes with the change.

export type AvatarOwner = { kind: 'agent' | 'device'; id: string };

/** The picture as it is kept; null when there is none under this id, which must be a UUID. */
export async function loadImage(avatarId: string): Promise<Uint8Array | null> {
  const row = await database().avatar.findUnique({ where: { id: avatarId }, select: { image: true } });
  return row?.image ?? null;
}

/** Null: no such device or agent. */
export async function findAvatarOf({ kind, id }: AvatarOwner): Promise<{ avatarId: string | null } | null> {
  const query = { where: { id }, select: { avatarId: true } };
  return kind === 'agent' ? database().agent.findUnique(query) : database().device.findUnique(query);
}

/** The picture of the device that has this alias, or else, if wanted, of the agent who has it as e-mail address. */
export async function findAvatarByAlias(alias: string, { agentsToo }: { agentsToo: boolean }): Promise<string | null> {
  const select = { avatarId: true };
  const device = await database().device.findUnique({ where: { alias }, select });
  // A device without a picture may be an agent's own app, registered under the agent's address.
  if (device?.avatarId || !agentsToo) return device?.avatarId ?? null;
  const agent = await database().agent.findFirst({ where: { email: alias, disabledAt: null }, select });
  return agent?.avatarId ?? null;
}

/** Gives a device or agent this picture, or none. Null when there is no such device or agent. */
export function replaceAvatar(
  owner: AvatarOwner,
  image: Buffer | null,
  actor: Actor,
): Promise<{ avatarId: string | null } | null> {
  return database().$transaction(async (transaction) => {
    const before = await lockOwner(transaction, owner);
    if (!before) return null;
    const created =
      image && (await transaction.avatar.create({ data: { image: new Uint8Array(image) }, select: { id: true } }));
    const avatarId = created?.id ?? null;
    const update = { where: { id: owner.id }, data: { avatarId }, select: { id: true } };
    if (owner.kind === 'agent') await transaction.agent.update(update);
    else await transaction.device.update(update);
    if (before.avatarId) await transaction.avatar.deleteMany({ where: { id: before.avatarId } });
    const action = `${owner.kind}.picture-${image ? 'changed' : 'removed'}` as const;
    if (image || before.avatarId) await recordAudit(transaction, { actor, action, subject: before.name });
    return { avatarId };
  });
}

/** `name` is what the desk calls it. */
type LockedOwner = { avatarId: string | null; name: string };

/** Two uploads at once take turns: otherwise both would replace the same picture, and one of theirs would belong to nobody. */
async function lockOwner(transaction: Transaction, { kind, id }: AvatarOwner): Promise<LockedOwner | null> {
  const rows =
    kind === 'agent'
      ? await transaction.$queryRaw<LockedOwner[]>`
          SELECT avatar_id AS "avatarId", name FROM agent WHERE id = ${id}::uuid FOR UPDATE`
      : await transaction.$queryRaw<LockedOwner[]>`
          SELECT avatar_id AS "avatarId", alias AS name FROM device WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}
