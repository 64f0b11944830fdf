import { z } from 'zod';
import type { Actor } from '@/lib/audit/audit-store';
import { dialledAlias, isOurs } from '@/lib/meetings/alias';
import type { DeviceBasis, DeviceInput, DeviceView } from './device';
import { deleteDevice, findDevice, insertDevice, updateDevice, type SavedDevice } from './device-store';

export type DeviceChange =
  | { ok: true; device: DeviceView }
  | { ok: false; error: 'unknown' | 'changed-meanwhile' }
  | { ok: false; field: string; message: string };

type Rules = { aliasPrefix: string };

/** Adds a device; it may register and is found from then on. */
export async function addDevice(input: DeviceInput, rules: Rules, actor: Actor): Promise<DeviceChange> {
  return aliasProblem(input.alias, rules) ?? toChange(await insertDevice(input, actor));
}

/** Changes a device. Without a password in `input` it keeps the one it has. @param basedOn as for updateDevice */
export async function changeDevice(
  id: string,
  input: DeviceInput,
  rules: Rules,
  actor: Actor,
  basedOn: DeviceBasis | null = null,
): Promise<DeviceChange> {
  if (!isId(id)) return { ok: false, error: 'unknown' };
  return aliasProblem(input.alias, rules) ?? toChange(await updateDevice(id, input, actor, basedOn));
}

/** Removes a device with its picture. False when there is none. */
export async function removeDevice(id: string, actor: Actor): Promise<boolean> {
  return isId(id) && deleteDevice(id, actor);
}

export async function readDevice(id: string): Promise<DeviceView | null> {
  return isId(id) ? findDevice(id) : null;
}

/** Looked at before Postgres is asked, which would refuse other texts instead of not finding them. */
const isId = (text: string) => z.uuid().safeParse(text).success;

/** What is dialled with our prefix is a meeting, and refused when there is none: a device there could never be reached. */
function aliasProblem(alias: string, { aliasPrefix }: Rules): DeviceChange | null {
  if (!isOurs(dialledAlias(alias) ?? '', aliasPrefix)) return null;
  return { ok: false, field: 'alias', message: `must not begin with ${aliasPrefix}, as meetings do` };
}

function toChange(saved: SavedDevice): DeviceChange {
  if (saved.ok) return saved;
  switch (saved.error) {
    case 'unknown':
    case 'changed-meanwhile':
      return { ok: false, error: saved.error };
    case 'alias-taken':
      return { ok: false, field: 'alias', message: 'belongs to another device already' };
    case 'unknown-agent':
      return { ok: false, field: 'agentId', message: 'is no agent any more' };
    case 'no-password':
      return { ok: false, field: 'password', message: 'is needed with a user name' };
  }
}
