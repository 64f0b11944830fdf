import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { storedParticipant, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { HISTORY_NOW, HOUR_MS, MINUTE_MS, msBefore, pastMeeting } from '@/lib/testing/past-meetings';
import { meetingDetail } from './meeting-detail';

beforeAll(testDatabase);

describe('a meeting’s own page', () => {
  it('has its people in the order in which they came, each with what their own legs reported', async () => {
    const { id, serviceName } = await pastMeeting(HOUR_MS, {}, { people: 2 });
    const ticket = await storedTicket(id);
    const dana = await storedParticipant(serviceName, { ticketId: ticket.id, arrivedAt: msBefore(30 * MINUTE_MS) });
    const bo = await storedParticipant(serviceName, { displayName: 'Bo', arrivedAt: msBefore(40 * MINUTE_MS) });
    const streams = [{ type: 'video', toNodeKbits: 800, toNodeCodec: 'VP8', toNodeFps: null }];
    await database().participant.update({
      where: { serviceName_conversationId: { serviceName, conversationId: bo.conversationId } },
      data: { streams },
    });
    const legs = [
      { id: randomUUID(), conversationId: dana.conversationId },
      { id: randomUUID(), conversationId: randomUUID() }, // media of Dana’s, under a conversation of its own
      { id: randomUUID(), conversationId: bo.conversationId },
    ] as const;
    const unreported = randomUUID(); // a leg of Bo’s that only his other one names
    for (const leg of legs) {
      const relatedIds = leg === legs[0] ? [legs[1].id] : leg === legs[2] ? [unreported] : [];
      await database().participantLeg.create({
        data: { ...leg, relatedIds, serviceName, mainName: serviceName, node: 'n' },
      });
    }
    const window = (legId: string, minutes: number, quality: number, eventId: number) => ({
      ...{ eventId: BigInt(eventId), legId, at: msBefore(minutes * MINUTE_MS), quality },
    });
    await database().mediaWindow.createMany({
      data: [
        ...[{ ...window(legs[1].id, 10, 3, 1), lostToNode: 12.5, lostToPerson: 0 }, window(legs[1].id, 20, 1, 2)],
        ...[window(legs[2].id, 15, 2, 3), window(unreported, 14, 4, 4)],
      ],
    });
    const detail = await meetingDetail(id, HISTORY_NOW);
    expect(detail?.people.map(({ displayName }) => displayName)).toEqual(['Bo', 'Dana']);
    expect(detail?.people.map(({ quality }) => quality.map((change) => change.quality))).toEqual([
      [2, 4],
      [1, 3],
    ]);
    expect(detail?.people[1]?.quality.map(({ lostToNode, lostToPerson }) => [lostToNode, lostToPerson])).toEqual([
      [null, null],
      [12.5, 0],
    ]);
    expect(detail?.people[0]?.streams).toEqual(streams);
  });

  it('has what was thought of the call, the newest first, with the name on the ticket', async () => {
    const { id } = await pastMeeting(HOUR_MS);
    for (const [displayName, stars, word, minutes] of [
      ['Dana', 2, 'The picture froze.', 9],
      ['Bo', 5, null, 8],
    ] as const) {
      const { id: ticketId } = await storedTicket(id, { displayName });
      const ratedAt = msBefore(minutes * MINUTE_MS);
      await database().callRating.create({ data: { ticketId, meetingId: id, stars, word, ratedAt } });
    }
    const detail = await meetingDetail(id, HISTORY_NOW);
    expect(detail?.meeting.ratings).toEqual({ count: 2, mean: 3.5, lowest: 2 });
    expect(detail?.ratings).toEqual([
      { displayName: 'Bo', stars: 5, word: null, ratedAt: msBefore(8 * MINUTE_MS).toISOString() },
      { displayName: 'Dana', stars: 2, word: 'The picture froze.', ratedAt: msBefore(9 * MINUTE_MS).toISOString() },
    ]);
  });

  it('is none of a meeting that there is not', async () => {
    expect(await meetingDetail(randomUUID(), HISTORY_NOW)).toBeNull();
  });
});
