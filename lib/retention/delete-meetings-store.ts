import { database, type Transaction } from '@/lib/db/client';
import type { Taken } from './age-out-store';
import { deleteMediaOfNobody } from './delete-media-store';

/** Meetings in one transaction, each with some dozen rows. */
const AT_ONCE = 500;
const TRANSACTION = { timeout: 20_000 };

/**
 * Deletes meetings that ended before then with all that belongs to them. At most so many at once: returns how many, and
 * whether there may be more.
 */
export async function deleteMeetings(before: Date): Promise<Taken> {
  return database().$transaction(async (tx) => {
    const names = await oldNames(tx, before);
    await deleteConferences(tx, names);
    const { count } = await tx.meeting.deleteMany({ where: { serviceName: { in: names } } });
    return { done: count, isMore: names.length === AT_ONCE };
  }, TRANSACTION);
}

/** Nobody was in there since, whatever the meeting's own times say. */
async function oldNames(tx: Transaction, before: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select meeting.service_name as name from meeting
    left join conference on conference.service_name = meeting.service_name
    where valid_until < ${before} and coalesce(greatest(
      conference.ended_at, last_left_at, first_joined_at, first_arrived_at, conference.started_at), '-infinity') < ${before}
    order by valid_until limit ${AT_ONCE}`;
  return rows.map(({ name }) => name);
}

async function deleteConferences(tx: Transaction, names: string[]): Promise<void> {
  const of = { in: names };
  const legs = await tx.participantLeg.findMany({ where: { mainName: of }, select: { id: true, relatedIds: true } });
  const nodes = await tx.conferenceNode.findMany({
    where: { mainName: of },
    select: { serviceName: true, node: true },
  });
  await tx.participantLeg.deleteMany({ where: { mainName: of } });
  const media = [...new Set(legs.flatMap(({ id, relatedIds }) => [id, ...relatedIds]))];
  const subjects = [
    ...legs.map(({ id }) => `leg:${id}`),
    ...(await deleteMediaOfNobody(tx, media)).map((id) => `media:${id}`),
    ...nodes.map(({ serviceName, node }) => `conference:${serviceName}@${node}`),
  ];
  await tx.$executeRaw`delete from sink_event where subject = any(${subjects}::text[])`;
  await tx.participant.deleteMany({ where: { serviceName: of } });
  await tx.conferenceNode.deleteMany({ where: { mainName: of } });
  await tx.conference.deleteMany({ where: { serviceName: of } });
}
