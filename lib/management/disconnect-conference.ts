import { idsOfConference, listConferences } from './conferences';
import { disconnectUntilNone } from './disconnect';
import type { ManagementAccess } from './management-client';
import { sharedLookAt } from './shared-look';

const look = sharedLookAt(listConferences);

/**
 * Ends the live conference of this name on all nodes, with its breakout rooms, and looks until the status shows none. Ends of
 * the same moment look together. Throws ManagementProblem while one is still there.
 */
export function disconnectConference(access: ManagementAccess, serviceName: string): Promise<void> {
  const find = async () => idsOfConference(await look(access, serviceName), serviceName);
  return disconnectUntilNone(access, 'conference', find);
}
