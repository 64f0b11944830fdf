import type { ConferenceChange } from '@/lib/conferences/conference-store';
import { knownBefore } from '@/lib/conferences/known-before';
import type { Transaction } from '@/lib/db/client';
import { notifyConferences } from '@/lib/live/notify-live';
import { announce } from '@/lib/webhooks/announce';
import type { Happening, ToldMeeting } from '@/lib/webhooks/happening';
import { conferenceHappened, whatHappened } from '@/lib/webhooks/what-happened';

/**
 * Tells desks and webhooks what became of conferences, once the transaction has committed.
 *
 * @param meetings those that the conferences are of, by service name
 */
export async function tellOfChanges(
  tx: Transaction,
  changes: readonly ConferenceChange[],
  meetings: ReadonlyMap<string, ToldMeeting>,
): Promise<void> {
  const now = new Date();
  const happenings: Happening[] = [];
  for (const { serviceName, before, after } of changes) {
    const meeting = meetings.get(serviceName);
    if (!meeting) continue;
    const { conference } = after;
    const known = await knownBefore(before.people, after.people, () => legsOf(tx, serviceName));
    happenings.push(
      ...conferenceHappened(before.conference, conference, meeting),
      ...after.people.flatMap((person) =>
        whatHappened({ before: known.get(person.conversationId) ?? null, after: person, meeting, conference }, now),
      ),
    );
  }
  await announce(tx, happenings, now);
  await notifyConferences(
    tx,
    changes.map(({ serviceName }) => serviceName),
  );
}

function legsOf(tx: Transaction, mainName: string) {
  return tx.participantLeg.findMany({
    where: { mainName, isStreaming: false },
    select: { id: true, conversationId: true, relatedIds: true },
    orderBy: { id: 'asc' },
  });
}
