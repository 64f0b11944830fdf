import { setTimeout as pause } from 'node:timers/promises';
import { breakoutRoomsOf, conferencesNamed, disconnect } from './conferences';
import { ManagementProblem, type ManagementAccess } from './management-client';

const LOOKS = 6;
const BETWEEN_LOOKS_MS = 400;

/**
 * Ends the live conference of this name on all nodes, with its breakout rooms, and looks until the status shows none.
 * Throws ManagementProblem while one is still there.
 */
export async function disconnectConference(access: ManagementAccess, serviceName: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await pause(BETWEEN_LOOKS_MS);
    const live = await liveConferences(access, serviceName);
    if (live.length === 0) return;
    await Promise.all(live.map((id) => disconnect(access, id)));
  }
  throw new ManagementProblem('a conference is still listed after it was disconnected');
}

/** Rooms are asked for once the conference itself is gone: nearly always there are none, and each request is counted. */
async function liveConferences(access: ManagementAccess, serviceName: string): Promise<string[]> {
  const own = await conferencesNamed(access, serviceName);
  return own.length > 0 ? own : breakoutRoomsOf(access, serviceName);
}
