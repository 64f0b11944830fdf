import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import type { PrismaClient, Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { AuditAction } from './audit-action';

/** Who did something: an agent, the holder of a meeting's host key, or Mayfly by itself. */
export type Actor = { kind: 'agent'; id: string; name: string } | { kind: 'host' } | { kind: 'mayfly' };

/** A signed-in agent as who did something. */
export function byAgent({ id, name }: SignedInAgent): Extract<Actor, { kind: 'agent' }> {
  return { kind: 'agent', id, name };
}

export interface AuditRecord {
  actor: Actor;
  action: AuditAction;
  /** To what, as the desk calls it. */
  subject: string;
  detail?: Prisma.InputJsonObject;
}

const LONGEST_SUBJECT = 300;

/** Writes down who did what. Pass the transaction of the change, so that neither exists without the other. */
export async function recordAudit(
  client: PrismaClient | Transaction,
  { actor, action, subject, detail }: AuditRecord,
): Promise<void> {
  await client.auditEntry.create({
    data: {
      actorId: actor.kind === 'agent' ? actor.id : null,
      actor: actor.kind === 'agent' ? actor.name : actor.kind === 'host' ? 'The host' : 'Mayfly',
      action,
      subject: [...subject].slice(0, LONGEST_SUBJECT).join(''),
      detail,
    },
  });
}
