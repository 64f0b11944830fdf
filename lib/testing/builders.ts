import { randomUUID } from 'node:crypto';
import { database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { hashInvitationSecret } from '@/lib/invitations/invitation-secret';
import { newAlias, randomText } from '@/lib/meetings/alias';
import { hashHostKey, newHostPin } from '@/lib/meetings/host-secrets';
import type { NewMeeting, NewTicket } from '@/lib/meetings/meeting-store';

// Rows with defaults: a test says only what it is about.

export const TEST_HOST_KEY = 'the-host-key-of-every-meeting-in-tests';

/** A meeting that opened a minute ago and lasts an hour. */
export function storedMeeting(changes: Partial<NewMeeting> = {}) {
  const now = Date.now();
  return database().meeting.create({
    data: {
      id: randomUUID(),
      alias: newAlias('meet-'),
      serviceName: `Call ${randomText(12)}`,
      validFrom: new Date(now - 60_000),
      validUntil: new Date(now + 60 * 60_000),
      hostPin: newHostPin(),
      hostKeyHash: hashHostKey(TEST_HOST_KEY),
      ...changes,
    },
  });
}

/** A guest's ticket, good for five minutes. */
export function storedTicket(meetingId: string, changes: Partial<NewTicket> = {}) {
  const expiresAt = new Date(Date.now() + 5 * 60_000);
  return database().ticket.create({ data: { meetingId, displayName: 'Dana', role: 'guest', expiresAt, ...changes } });
}

/** A guest's personal link; tickets are given out for it by `joinMeeting`. */
export function storedInvitation(meetingId: string, changes: Partial<Prisma.InvitationUncheckedCreateInput> = {}) {
  const secretHash = hashInvitationSecret(randomText(24));
  return database().invitation.create({ data: { meetingId, displayName: 'Dana', secretHash, ...changes } });
}

/** That a call was given so many stars, by one ticket's holder each. */
export async function rated(meetingId: string, ...stars: number[]): Promise<void> {
  for (const each of stars) {
    const { id: ticketId } = await storedTicket(meetingId);
    await database().callRating.create({ data: { ticketId, meetingId, stars: each, ratedAt: new Date() } });
  }
}

/** Someone who came into a conference a minute ago and is in it. */
export function storedParticipant(serviceName: string, changes: Partial<Prisma.ParticipantUncheckedCreateInput> = {}) {
  const arrivedAt = new Date(Date.now() - 60_000);
  return database().participant.create({
    data: {
      ...{
        serviceName,
        conversationId: randomUUID(),
        displayName: 'Dana',
        role: 'guest',
        arrivedAt,
        joinedAt: arrivedAt,
      },
      ...{ isCounted: true, isWaiting: false, isMuted: false },
      ...changes,
    },
  });
}
