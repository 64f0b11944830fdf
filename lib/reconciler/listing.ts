import type { Alarm } from '@/lib/management/alarms';
import { ManagementProblem, type ManagementAccess } from '@/lib/management/management-client';
import { listParticipants, type ListedParticipants } from '@/lib/management/participants';
import { countNodes, listPlaces, type ListedPlace } from '@/lib/management/places';

/** What the Management Node says there is. */
export interface Listing extends ListedParticipants {
  /** Before the first of it was asked for: whoever came later may be missing. */
  askedAt: Date;
  places: ListedPlace[];
  alarms: Alarm[];
}

/**
 * All of it, or ManagementProblem: from a part nothing follows. Participants before the places they are in, so that a
 * conference which begins in between is not taken for one without anybody; the alarms were read before both.
 */
export async function readListing(access: ManagementAccess, alarms: Alarm[], askedAt: Date): Promise<Listing> {
  const { participants, unreadIn } = await listParticipants(access);
  const places = await listPlaces(access);
  // That nobody calls may well be true. It is not believed of one that does not know its own nodes either.
  if (participants.length === 0 && (await countNodes(access)) === 0) {
    throw new ManagementProblem('the Management Node lists neither participants nor Conferencing Nodes');
  }
  return { askedAt, participants, unreadIn, places, alarms };
}
