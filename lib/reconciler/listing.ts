import type { Alarm } from '@/lib/management/alarms';
import { ManagementProblem, type ManagementAccess } from '@/lib/management/management-client';
import { listParticipants, type ListedParticipants } from '@/lib/management/participants';
import { countNodes, listPlaces, type ListedPlace } from '@/lib/management/places';

/** What the Management Node says there is. */
export interface Listing extends ListedParticipants, SideLists {
  /** Before the first of it was asked for, by the database's clock: whoever came later may be missing. */
  askedAt: Date;
}

/** Lists that help to tell what the participants' list means; null where one could not be read. */
interface SideLists {
  places: ListedPlace[] | null;
  alarms: Alarm[] | null;
}

const UNREAD = 'there are participants of whom the Management Node lists nothing that can be read';

/** What reading a list came to that people can be compared without, and why it could not be read, in words. */
export interface SideList<T> {
  list: T[] | null;
  problem: string | null;
}

/**
 * All participants, or ManagementProblem: from a part nothing follows. Participants before the places they are in, so that a
 * conference which begins in between is not taken for one without anybody; the alarms were read before both.
 */
export async function readListing(
  access: ManagementAccess,
  alarms: Alarm[] | null,
  askedAt: Date,
): Promise<{ listing: Listing; sideProblem: string | null }> {
  const { participants, unreadIn } = await listParticipants(access);
  const { list: places, problem: placesProblem } = await ifReadable(listPlaces(access));
  // That nobody calls may well be true. It is not believed of one that does not know its own nodes either.
  if (participants.length === 0 && (await countNodes(access)) === 0) {
    throw new ManagementProblem('the Management Node lists neither participants nor Conferencing Nodes');
  }
  const sideProblem = placesProblem ?? (unreadIn.size > 0 ? UNREAD : null);
  return { listing: { askedAt, participants, unreadIn, places, alarms }, sideProblem };
}

/** One odd row of it, or an account without the right to it, must not keep people from being compared. */
export async function ifReadable<T>(reading: Promise<T[]>): Promise<SideList<T>> {
  try {
    return { list: await reading, problem: null };
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    return { list: null, problem: error.message };
  }
}
