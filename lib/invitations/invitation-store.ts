import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { scheduleJob } from '@/lib/jobs/job-queue';
import { hashInvitationSecret } from './invitation-secret';

// The invitation table. Whoever uses an invitation and whoever withdraws it take turns on its row, so that no ticket is
// given out that the withdrawal does not see.

const listed = {
  id: true,
  displayName: true,
  createdAt: true,
  createdByAgent: { select: { name: true } },
  withdrawnAt: true,
  lastUsedAt: true,
} satisfies Prisma.InvitationSelect;

export type StoredInvitation = Prisma.InvitationGetPayload<{ select: typeof listed }>;

/** Per meeting, withdrawn ones included, so that a list of them has an end. */
export const MOST_INVITATIONS = 100;

/** Null when the meeting has as many as it may. */
export function insertInvitation(invitation: Prisma.InvitationUncheckedCreateInput): Promise<StoredInvitation | null> {
  return database().$transaction(async (transaction) => {
    // One at a time for each meeting, or two that are counted at the same moment would both be let through.
    await transaction.$queryRaw`select from meeting where id = ${invitation.meetingId}::uuid for no key update`;
    const count = await transaction.invitation.count({ where: { meetingId: invitation.meetingId } });
    if (count >= MOST_INVITATIONS) return null;
    return transaction.invitation.create({ data: invitation, select: listed });
  });
}

export function listInvitations(meetingId: string): Promise<StoredInvitation[]> {
  return database().invitation.findMany({
    where: { meetingId },
    select: listed,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_INVITATIONS,
  });
}

export interface FoundInvitation {
  id: string;
  displayName: string;
  withdrawnAt: Date | null;
}

/** The invitation to this meeting whose link carries that secret. */
export function findInvitation(meetingId: string, secret: string): Promise<FoundInvitation | null> {
  return database().invitation.findUnique({
    where: { secretHash: hashInvitationSecret(secret), meetingId },
    select: { id: true, displayName: true, withdrawnAt: true },
  });
}

/** A ticket for whoever holds the invitation; null when it has been withdrawn. */
export function takeInvitation(
  id: string,
  ticket: Prisma.TicketUncheckedCreateInput,
  now: Date,
): Promise<{ id: string } | null> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.invitation.updateMany({
      where: { id, withdrawnAt: null },
      data: { lastUsedAt: now },
    });
    if (count === 0) return null;
    return transaction.ticket.create({ data: { ...ticket, invitationId: id }, select: { id: true } });
  });
}

/** A node says yes to somebody a moment before the Management Node lists them: looked again after this. */
const LOOK_AGAIN_AFTER_MS = 15_000;

/**
 * Withdraws for good, with every ticket it was used for, and has whoever is in by one of them put out. Withdrawing again
 * changes nothing. Null when this meeting has no such invitation.
 */
export function withdrawInvitation(
  meeting: { id: string; alias: string },
  id: string,
  actor: Actor,
  now: Date,
): Promise<StoredInvitation | null> {
  return database().$transaction(async (transaction) => {
    const where = { id, meetingId: meeting.id };
    const { count } = await transaction.invitation.updateMany({
      where: { ...where, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count > 0) {
      await transaction.ticket.updateMany({ where: { invitationId: id }, data: { withdrawnAt: now } });
      for (const [key, at] of [
        [`put-out:${id}`, now],
        [`put-out-again:${id}`, new Date(now.getTime() + LOOK_AGAIN_AFTER_MS)],
      ] as const) {
        await scheduleJob(transaction, { kind: 'put-out-invited', key, at, payload: { invitationId: id } });
      }
      await recordAudit(transaction, { actor, action: 'invitation.withdrawn', subject: meeting.alias });
    }
    return transaction.invitation.findUnique({ where, select: listed });
  });
}

/** The tickets by which somebody may be in, and what nodes call their meeting. */
export async function ticketsInUse(invitationId: string): Promise<{ meetingId: string; ticketIds: string[] } | null> {
  const tickets = await database().ticket.findMany({
    where: { invitationId, usedAt: { not: null } },
    select: { id: true, meetingId: true },
  });
  return tickets[0] ? { meetingId: tickets[0].meetingId, ticketIds: tickets.map(({ id }) => id) } : null;
}
