import { setTimeout as pause } from 'node:timers/promises';
import { atMost } from '@/lib/at-most';
import { ask, ManagementProblem, refusalOf, textOf, type ManagementAccess } from './management-client';

const LOOKS = 6;
const BETWEEN_LOOKS_MS = 400;

/** Commands under way at a time: enough that many ends in one moment take no time, few enough for a Management Node. */
const commands = atMost(20);

/**
 * Disconnects what is found, and looks until nothing is. Throws ManagementProblem while something still is.
 *
 * @param find ids of what is to go, as they are listed now; null for what is listed without one
 */
export async function disconnectUntilNone(
  access: ManagementAccess,
  kind: 'conference' | 'participant',
  find: () => Promise<(string | null)[]>,
): Promise<void> {
  for (let count = 0; count < LOOKS; count += 1) {
    if (count > 0) await pause(BETWEEN_LOOKS_MS);
    const ids = await find();
    if (ids.length === 0) return;
    await Promise.all(ids.flatMap((id) => (id === null ? [] : commands(() => disconnect(access, kind, id)))));
  }
  throw new ManagementProblem(`a ${kind} is still listed after it was disconnected`);
}

/** What no longer exists is a success: that is what was wanted. */
async function disconnect(access: ManagementAccess, kind: 'conference' | 'participant', id: string): Promise<void> {
  const response = await ask(access, {
    method: 'POST',
    path: `command/v1/${kind}/disconnect/`,
    body: { [`${kind}_id`]: id },
    urgency: 'hard-stop',
  });
  if (response.ok) return;
  // An id that is gone is a 400 with this text inside a form error, not a 404 (management-api.md §3, P).
  if (response.status === 400 && (await textOf(response)).includes(`Failed to find ${kind}`)) return;
  throw refusalOf(response.status);
}
