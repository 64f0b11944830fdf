import { setTimeout as pause } from 'node:timers/promises';
import { disconnect, listConferences, type ManagementAccess } from './management-client';

const LOOKS = 5;
const BETWEEN_LOOKS_MS = 400;

/** Ends the live conference of this name, and looks until the status shows none. Throws when one is still there. */
export async function disconnectConference(access: ManagementAccess, serviceName: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await pause(BETWEEN_LOOKS_MS);
    const conferences = await listConferences(access, serviceName);
    if (conferences.length === 0) return;
    await Promise.all(conferences.map((id) => disconnect(access, id)));
  }
  throw new Error('a conference is still listed after it was disconnected');
}
