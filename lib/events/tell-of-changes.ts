import type { ConferenceChange } from '@/lib/conferences/conference-store';
import type { Transaction } from '@/lib/db/client';
import { notifyConferences } from '@/lib/live/notify-live';
import { announce } from '@/lib/webhooks/announce';
import type { ToldMeeting } from '@/lib/webhooks/happening';
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
  const happenings = changes.flatMap(({ serviceName, before, after }) => {
    const meeting = meetings.get(serviceName);
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
  await notifyConferences(
    tx,
    changes.map(({ serviceName }) => serviceName),
  );
}
