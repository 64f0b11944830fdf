import { setTimeout as pause } from 'node:timers/promises';
import { atMost } from '@/lib/at-most';
import { disconnect, idsOfConference, listConferences } from './conferences';
import { ManagementProblem, type ManagementAccess } from './management-client';
import { sharedLookAt } from './shared-look';

const LOOKS = 6;
const BETWEEN_LOOKS_MS = 400;

/** Commands under way at a time: enough that many ends in one moment take no time, few enough for a Management Node. */
const commands = atMost(20);

const look = sharedLookAt(listConferences);

/**
 * Ends the live conference of this name on all nodes, with its breakout rooms, and looks until the status shows none. Ends of
 * the same moment look together. Throws ManagementProblem while one is still there.
 */
export async function disconnectConference(access: ManagementAccess, serviceName: string): Promise<void> {
  for (let count = 0; count < LOOKS; count += 1) {
    if (count > 0) await pause(BETWEEN_LOOKS_MS);
    const live = idsOfConference(await look(access, serviceName), serviceName);
    if (live.length === 0) return;
    await Promise.all(live.map((id) => commands(() => disconnect(access, id))));
  }
  throw new ManagementProblem('a conference is still listed after it was disconnected');
}
