import type { ConferenceChange } from '@/lib/conferences/conference-store';
import type { Transaction } from '@/lib/db/client';
import { notifyConferences } from '@/lib/live/notify-live';
import { announce } from '@/lib/webhooks/announce';
import { conferenceHappened, whatHappened } from '@/lib/webhooks/what-happened';

/** Tells desks and webhooks what became of conferences, once the transaction has committed. Those that are not ours are nobody's. */
export async function tellOfChanges(tx: Transaction, changes: readonly ConferenceChange[]): Promise<void> {
  if (changes.length === 0) return;
  const meetings = await tx.meeting.findMany({
    where: { serviceName: { in: changes.map(({ serviceName }) => serviceName) } },
    select: { alias: true, serviceName: true, topic: true, validFrom: true, validUntil: true },
  });
  const byName = new Map(meetings.map((meeting) => [meeting.serviceName, meeting]));
  const now = new Date();
  const happenings = changes.flatMap(({ serviceName, before, after }) => {
    const meeting = byName.get(serviceName);
    if (!meeting) return [];
    const { conference } = after;
    const known = new Map(before.people.map((person) => [person.conversationId, person]));
    return [
      ...conferenceHappened(before.conference, conference, meeting),
      ...after.people.flatMap((person) =>
        whatHappened({ before: known.get(person.conversationId) ?? null, after: person, meeting, conference }, now),
      ),
    ];
  });
  await announce(tx, happenings, now);
  await notifyConferences(tx, [...byName.keys()]);
}
