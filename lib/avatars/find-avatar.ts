import { unlessAway } from '@/lib/db/reachable';
import { deviceAlias } from '@/lib/devices/device-alias';
import { findAvatarByAlias, findAvatarOf } from './avatar-store';

/**
 * Whose picture: that of the device or agent an alias belongs to, as the node wrote it; of a device alone; or of the agent
 * with this id. An alias proves nothing about who calls: who may be believed is for lib/policy to decide.
 */
export type PicturedBy = { kind: 'alias' | 'device'; alias: string } | { kind: 'agent'; agentId: string };

/**
 * The id of a picture, for `renderAvatar`; null when there is none.
 *
 * @throws DatabaseAway
 */
export async function findAvatar(of: PicturedBy): Promise<string | null> {
  if (of.kind === 'agent') {
    const { agentId: id } = of;
    return (await unlessAway(() => findAvatarOf({ kind: 'agent', id })))?.avatarId ?? null;
  }
  const alias = deviceAlias(of.alias);
  return alias === null ? null : unlessAway(() => findAvatarByAlias(alias, { agentsToo: of.kind === 'alias' }));
}
