import type { Stay } from '@/lib/conferences/attendance';
import type { ConferenceChange } from '@/lib/conferences/conference-store';
import { legsByPerson } from '@/lib/conferences/conversations';
import { knownBefore } from '@/lib/conferences/known-before';
import type { LegRow } from '@/lib/conferences/leg';
import type { Person } from '@/lib/conferences/person';
import { staysInside } from '@/lib/conferences/stays-inside';
import type { Transaction } from '@/lib/db/client';
import { notifyConferences } from '@/lib/live/notify-live';
import { announce } from '@/lib/webhooks/announce';
import type { Happening, ToldMeeting } from '@/lib/webhooks/happening';
import { whoIsIn } from '@/lib/webhooks/waiting';
import { conferenceHappened, mayBeBack, nobodyAnyMore, whatHappened } from '@/lib/webhooks/what-happened';

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
    const conferenceBefore = whoIsIn(before.conference, before.people);
    const conference = whoIsIn(after.conference, after.people);
    let read: Promise<LegRow[]> | undefined;
    const legs = () => (read ??= legsOf(tx, serviceName));
    const known = await knownBefore(before.people, after.people, legs);
    happenings.push(...conferenceHappened(before.conference, after.conference, meeting));
    for (const person of after.people) {
      const was = known.get(person.conversationId) ?? null;
      const stays = mayBeBack(was, person) ? staysOf(person, await legs()) : [];
      const change = { before: was, after: person, stays, meeting, conferenceBefore, conference };
      happenings.push(...whatHappened(change, now));
    }
    const still = new Set(after.people.map(({ conversationId }) => known.get(conversationId)));
    const gone = before.people.filter((person) => !still.has(person));
    happenings.push(...gone.flatMap((person) => nobodyAnyMore(person, meeting, now)));
  }
  await announce(tx, happenings, now);
  await notifyConferences(
    tx,
    changes.map(({ serviceName }) => serviceName),
  );
}

function staysOf({ conversationId, leftAt }: Person, legs: readonly LegRow[]): Stay[] {
  const own = legsByPerson(legs).find((some) => some.some((leg) => leg.conversationId === conversationId));
  return staysInside(own ?? [], leftAt);
}

function legsOf(tx: Transaction, mainName: string): Promise<LegRow[]> {
  return tx.participantLeg.findMany({
    where: { mainName, isStreaming: false },
    omit: { folding: true },
    orderBy: { id: 'asc' },
  });
}
