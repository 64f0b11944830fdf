import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { hearLiveHere, notifyLive } from '@/lib/live/notify-live';
import { announce } from '@/lib/webhooks/announce';
import { meetingCancelled, meetingCreated, meetingEnded } from '@/lib/webhooks/meeting-happenings';
import { scheduleEnd } from './end-jobs-store';
import { neverOpened } from './meeting';

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
  isInvitationRequired: true,
  revision: true,
} satisfies Prisma.MeetingSelect;

export type StoredMeeting = Prisma.MeetingGetPayload<{ select: typeof known }>;
export type NewMeeting = Prisma.MeetingUncheckedCreateInput;
export type NewTicket = Prisma.TicketUncheckedCreateInput;

export function insertMeeting(meeting: NewMeeting): Promise<StoredMeeting> {
  return database().$transaction(async (transaction) => {
    const stored = await transaction.meeting.create({ data: meeting, select: known });
    await scheduleEnd(transaction, stored.id, stored.validUntil);
    await notifyLive(transaction, stored.id);
    await announce(transaction, [meetingCreated(stored, new Date())]);
    return stored;
  });
}

export function findMeeting(where: { alias: string } | { id: string }): Promise<StoredMeeting | null> {
  return database().meeting.findUnique({ where, select: known });
}

/** Moves the end, and the job with it. Null when the meeting was cancelled or had ended in the meantime. */
export function moveEnd(id: string, validUntil: Date, now: Date, actor: Actor): Promise<StoredMeeting | null> {
  // A job that ran at the old end while this was on its way may have noted that the call is over.
  const data = { validUntil, endedAt: null };
  return changeRunning(id, now, data, validUntil, (transaction, meeting) =>
    recordAudit(transaction, {
      actor,
      action: 'meeting.moved',
      subject: meeting.alias,
      detail: { validUntil: validUntil.toISOString() },
    }),
  );
}

/** Cancels, and has everyone put out at once. Null when it was cancelled or had ended in the meantime. */
export function markCancelled(id: string, now: Date, actor: Actor): Promise<StoredMeeting | null> {
  return changeRunning(id, now, { cancelledAt: now }, now, async (transaction, meeting) => {
    await announce(transaction, [meetingCancelled(meeting, now)], now);
    await recordAudit(transaction, { actor, action: 'meeting.cancelled', subject: meeting.alias });
  });
}

async function changeRunning(
  id: string,
  now: Date,
  data: Prisma.MeetingUncheckedUpdateManyInput,
  endAt: Date,
  tell: (transaction: Transaction, meeting: StoredMeeting) => Promise<void>,
) {
  const changed = await database().$transaction(async (transaction) => {
    // The condition is in the update itself: two hosts may press at the same moment.
    const { count } = await transaction.meeting.updateMany({
      where: { id, cancelledAt: null, validUntil: { gt: now } },
      data: { ...data, revision: { increment: 1 } },
    });
    if (count === 0) return null;
    await scheduleEnd(transaction, id, endAt);
    await notifyLive(transaction, id);
    const meeting = await transaction.meeting.findUniqueOrThrow({ where: { id }, select: known });
    await tell(transaction, meeting);
    return meeting;
  });
  if (changed) hearLiveHere(id);
  return changed;
}

/** Tells that the meeting is over, once however often it is called, unless it was given more time at this very moment. */
export async function tellEnded(id: string, now: Date): Promise<void> {
  await database().$transaction(async (transaction) => {
    const meeting = await transaction.meeting.findFirst({ where: { id, ...isOver(now) }, select: known });
    // What never opened has no end: that it was cancelled is all there is to tell.
    if (meeting && !neverOpened(meeting)) await announce(transaction, [meetingEnded(meeting, now)], now);
  });
}

/** Notes that the call is over, unless the meeting was given more time at this very moment. */
export async function markEnded(id: string, now: Date): Promise<void> {
  await database().$transaction(async (transaction) => {
    await transaction.meeting.updateMany({ where: { id, endedAt: null, ...isOver(now) }, data: { endedAt: now } });
    await notifyLive(transaction, id);
  });
}

/** Meetings whose end came before then and was not carried out: a job was lost, or its process died while doing it. */
export async function findUnended(before: Date, limit: number): Promise<{ id: string }[]> {
  // Two questions, each with an index of its own: asked as one, Postgres reads every meeting there is.
  const [over, cancelled] = await Promise.all(
    [{ validUntil: { lte: before } }, { cancelledAt: { lte: before } }].map((where) =>
      database().meeting.findMany({
        where: { endedAt: null, ...where },
        orderBy: { validUntil: 'asc' },
        take: limit,
        select: { id: true },
      }),
    ),
  );
  return [...new Map([...over!, ...cancelled!].map((meeting) => [meeting.id, meeting])).values()].slice(0, limit);
}

function isOver(now: Date) {
  return { OR: [{ cancelledAt: { not: null } }, { validUntil: { lte: now } }] };
}

export function insertTicket(ticket: NewTicket): Promise<{ id: string }> {
  return database().ticket.create({ data: ticket, select: { id: true } });
}
