import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '@/lib/audit/audit-action';
import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import type { Prisma } from '@/lib/db/generated/client';
import { basisOf } from './describe-device';
import type { DeviceAgent, DeviceBasis, DeviceInput, DeviceView } from './device';

// The device table. Writers take turns, so that "is this alias free?" is still true when the row is written.

/** The name under which every instance hears that what is listed in the directory has changed. */
export const LISTED_DEVICES = 'listed-devices';
/** More than the desk could show usefully, and than a process should keep in memory for the directory. */
export const MOST_DEVICES = 20_000;

export type SavedDevice =
  | { ok: true; device: DeviceView }
  | { ok: false; error: 'unknown' | 'changed-meanwhile' | 'alias-taken' | 'unknown-agent' | 'no-password' };

const shown = {
  ...{ id: true, alias: true, name: true, kind: true, branch: true, username: true, password: true },
  ...{ isListed: true, finds: true, agentId: true, agent: { select: { name: true } }, avatarId: true },
} satisfies Prisma.DeviceSelect;

function toView(row: Prisma.DeviceGetPayload<{ select: typeof shown }>): DeviceView {
  const { password, agent, ...rest } = row;
  return { ...rest, hasPassword: password !== '', agentName: agent?.name ?? null };
}

/** All devices by name, without their passwords. */
export async function listDevices(): Promise<DeviceView[]> {
  const rows = await database().device.findMany({
    orderBy: [{ name: 'asc' }, { alias: 'asc' }],
    take: MOST_DEVICES,
    select: shown,
  });
  return rows.map(toView);
}

export async function findDevice(id: string): Promise<DeviceView | null> {
  const row = await database().device.findUnique({ where: { id }, select: shown });
  return row && toView(row);
}

/** The agents whom a device can be given to, by name. */
export function listDeviceAgents(): Promise<DeviceAgent[]> {
  return database().agent.findMany({
    where: { disabledAt: null },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    take: 1_000,
    select: { id: true, name: true, email: true },
  });
}

export function insertDevice({ password = '', ...input }: DeviceInput, actor: Actor): Promise<SavedDevice> {
  return inTurn(async (transaction) => {
    const problem = await problemWith(transaction, input, null);
    if (problem) return problem;
    if (input.username !== '' && password === '') return { ok: false, error: 'no-password' };
    const row = await transaction.device.create({ data: { ...input, password }, select: shown });
    await tell(transaction, 'device.added', row, actor);
    return { ok: true, device: toView(row) };
  });
}

/**
 * Changes all that an agent can say of a device. The password stays as it is when none is given.
 *
 * @param basedOn what it said when they began, to be refused where that has changed; null: whatever it says
 */
export function updateDevice(
  id: string,
  { password, ...input }: DeviceInput,
  actor: Actor,
  basedOn: DeviceBasis | null = null,
): Promise<SavedDevice> {
  return inTurn(async (transaction) => {
    const known = await transaction.device.findUnique({ where: { id }, select: shown });
    if (!known) return { ok: false, error: 'unknown' };
    if (basedOn && !isDeepStrictEqual(basisOf(known), basisOf(basedOn))) {
      return { ok: false, error: 'changed-meanwhile' };
    }
    const problem = await problemWith(transaction, input, id);
    if (problem) return problem;
    const kept = input.username === '' ? '' : (password ?? known.password);
    if (input.username !== '' && kept === '') return { ok: false, error: 'no-password' };
    const row = await transaction.device.update({ where: { id }, data: { ...input, password: kept }, select: shown });
    await tell(transaction, 'device.changed', row, actor);
    return { ok: true, device: toView(row) };
  });
}

/** Removes a device and its picture. False when there was none. */
export function deleteDevice(id: string, actor: Actor): Promise<boolean> {
  return inTurn(async (transaction) => {
    const known = await transaction.device.findUnique({ where: { id }, select: { avatarId: true, alias: true } });
    if (!known) return false;
    await transaction.device.delete({ where: { id }, select: { id: true } });
    if (known.avatarId) await transaction.avatar.deleteMany({ where: { id: known.avatarId } });
    await tell(transaction, 'device.removed', known, actor);
    return true;
  });
}

function tell(
  transaction: Transaction,
  action: AuditAction,
  { alias }: { alias: string },
  actor: Actor,
): Promise<void> {
  return recordAudit(transaction, { actor, action, subject: alias });
}

function inTurn<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction(async (transaction) => {
    // Keeps other writers out until we are done; whoever reads, as a node that registers a device, is not kept waiting.
    await transaction.$executeRaw`LOCK TABLE device IN SHARE ROW EXCLUSIVE MODE`;
    const result = await work(transaction);
    await notifyChanged(LISTED_DEVICES, transaction);
    return result;
  });
}

async function problemWith(
  transaction: Transaction,
  { alias, agentId }: Pick<DeviceInput, 'alias' | 'agentId'>,
  ownId: string | null,
): Promise<Extract<SavedDevice, { ok: false }> | null> {
  const holder = await transaction.device.findUnique({ where: { alias }, select: { id: true } });
  if (holder && holder.id !== ownId) return { ok: false, error: 'alias-taken' };
  const agent = agentId && (await transaction.agent.findUnique({ where: { id: agentId }, select: { id: true } }));
  return agent === null && agentId !== null ? { ok: false, error: 'unknown-agent' } : null;
}
