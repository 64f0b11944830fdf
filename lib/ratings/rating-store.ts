import { database } from '@/lib/db/client';

/** Keeps a rating in the place of the one before. Null when the meeting has no such ticket. */
export async function keepRating(
  meetingId: string,
  ticketId: string,
  rating: { stars: number; word: string | null; ratedAt: Date },
): Promise<typeof rating | null> {
  return database().$transaction(async (transaction) => {
    const ticket = await transaction.ticket.findUnique({ where: { id: ticketId, meetingId }, select: { id: true } });
    if (!ticket) return null;
    return transaction.callRating.upsert({
      where: { ticketId },
      create: { ...rating, ticketId, meetingId },
      update: rating,
      select: { stars: true, word: true, ratedAt: true },
    });
  });
}
