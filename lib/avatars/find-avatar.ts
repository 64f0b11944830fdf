import { deviceAlias } from '@/lib/devices/device-alias';
import { findAvatarByAlias, findAvatarOf } from './avatar-store';

/**
 * Whose picture: that of the device or agent an alias belongs to, as the node wrote it; of a device alone; or of the agent
 * with this id. An alias proves nothing about who calls: who may be believed is for lib/policy to decide.
 */
export type PicturedBy = { kind: 'alias' | 'device'; alias: string } | { kind: 'agent'; agentId: string };

/** The id of a picture, for `renderAvatar`; null when there is none. */
export async function findAvatar(of: PicturedBy): Promise<string | null> {
  if (of.kind === 'agent') return (await findAvatarOf({ kind: 'agent', id: of.agentId }))?.avatarId ?? null;
  const alias = deviceAlias(of.alias);
  return alias === null ? null : findAvatarByAlias(alias, { agentsToo: of.kind === 'alias' });
}
