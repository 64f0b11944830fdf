import { database, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { scheduleJob } from '@/lib/jobs/job-queue';
import { notifyLive } from '@/lib/live/notify-live';

// The meeting and ticket tables. Every change of a window and the job that ends it are one transaction.

const known = {
  id: true,
  alias: true,
  serviceName: true,
  topic: true,
  validFrom: true,
  validUntil: true,
  cancelledAt: true,
  endedAt: true,
  hostPin: true,
  hostKeyHash: true,
} satisfies Prisma.MeetingSelect;

export type StoredMeeting = Prisma.MeetingGetPayload<{ select: typeof known }>;
export type NewMeeting = Prisma.MeetingUncheckedCreateInput;
export type NewTicket = Prisma.TicketUncheckedCreateInput;

export function insertMeeting(meeting: NewMeeting): Promise<StoredMeeting> {
  return database().$transaction(async (transaction) => {
    const stored = await transaction.meeting.create({ data: meeting, select: known });
    await scheduleEnd(transaction, stored.id, stored.validUntil);
    await notifyLive(transaction, stored.id);
    return stored;
  });
}

export function findMeeting(where: { alias: string } | { id: string }): Promise<StoredMeeting | null> {
  return database().meeting.findUnique({ where, select: known });
}

/** Moves the end, and the job with it. Null when the meeting was cancelled or had ended in the meantime. */
export function moveEnd(id: string, validUntil: Date, now: Date): Promise<StoredMeeting | null> {
  return changeRunning(id, now, { validUntil }, validUntil);
}

/** Cancels, and has everyone put out at once. Null when it was cancelled or had ended in the meantime. */
export function markCancelled(id: string, now: Date): Promise<StoredMeeting | null> {
  return changeRunning(id, now, { cancelledAt: now }, now);
}

function changeRunning(id: string, now: Date, data: Prisma.MeetingUncheckedUpdateManyInput, endAt: Date) {
  return database().$transaction(async (transaction) => {
    // The condition is in the update itself: two hosts may press at the same moment.
    const { count } = await transaction.meeting.updateMany({
      where: { id, cancelledAt: null, validUntil: { gt: now } },
      data,
    });
    if (count === 0) return null;
    await scheduleEnd(transaction, id, endAt);
    await notifyLive(transaction, id);
    return transaction.meeting.findUnique({ where: { id }, select: known });
  });
}

/** Notes that the call is over. */
export async function markEnded(id: string, now: Date): Promise<void> {
  await database().$transaction(async (transaction) => {
    await transaction.meeting.update({ where: { id }, data: { endedAt: now }, select: { id: true } });
    await notifyLive(transaction, id);
  });
}

export function insertTicket(ticket: NewTicket): Promise<{ id: string }> {
  return database().ticket.create({ data: ticket, select: { id: true } });
}

function scheduleEnd(transaction: Transaction, meetingId: string, at: Date): Promise<void> {
  return scheduleJob(transaction, { kind: 'end-meeting', key: `end:${meetingId}`, at, payload: { meetingId } });
}
