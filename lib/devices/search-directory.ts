import { unlessAway } from '@/lib/db/reachable';
import { snapshot } from '@/lib/db/snapshot';
import { meetingState } from '@/lib/meetings/meeting';
import { directoryDescription } from './describe-device';
import { deviceAlias } from './device-alias';
import { LISTED_DEVICES } from './device-store';
import { directoryEntry, directoryLines, sortEntries, type DirectoryEntry, type DirectoryLine } from './directory';
import { findAskingDevice, loadListedDevices, loadMeetingsAround } from './directory-store';

export interface DirectoryQuestion {
  /** What was typed, maybe nothing. */
  q: string;
  /** Taken as 1 to 100; no number as 10. */
  limit: number;
  /** Who searches, as the node wrote it. Empty or unknown: devices and rooms only. */
  askingAlias: string;
}

// Asked at every key that somebody presses in an app, and changed once a week: kept in memory, folded and in order.
const listedDevices = snapshot(LISTED_DEVICES, async () =>
  sortEntries(
    (await loadListedDevices()).map(({ alias, name, branch }) =>
      directoryEntry(alias, name, directoryDescription({ name, branch }), [alias, branch]),
    ),
  ),
);

/**
 * What a device finds in its directory: listed devices and rooms without itself, then open meetings that it may know.
 * Matches every word of `q` in name, alias or branch, and in topic or visitor's name, without case and accents.
 *
 * @throws DatabaseAway when somebody asks whose meetings have to be looked up
 */
export async function searchDirectory(question: DirectoryQuestion, now: Date): Promise<DirectoryLine[]> {
  const asking = deviceAlias(question.askingAlias);
  const [devices, meetings] = await Promise.all([listedDevices.current(), meetingsFor(asking, now)]);
  const others = devices.filter((entry) => entry.alias !== asking);
  return directoryLines([others, meetings], question.q, question.limit);
}

async function meetingsFor(asking: string | null, now: Date): Promise<DirectoryEntry[]> {
  const whose = asking === null ? null : await whoseMeetings(asking);
  const meetings = whose === null ? [] : await unlessAway(() => loadMeetingsAround(now, whose));
  return sortEntries(
    meetings
      .filter((meeting) => meetingState(meeting, now) === 'open')
      .map(({ alias, topic, visitorName }) => {
        // Nobody could tell apart what is all called alike; the end of an alias is in its link, too.
        const name = topic ?? visitorName ?? `Meeting …${alias.slice(-4)}`;
        const description = topic !== null && visitorName !== null ? `${topic} (${visitorName})` : name;
        return directoryEntry(alias, name, description, [visitorName ?? '']);
      }),
  );
}

async function whoseMeetings(asking: string): Promise<'all' | { agentId: string } | null> {
  const device = await unlessAway(() => findAskingDevice(asking));
  if (device?.finds === 'all') return 'all';
  return device?.finds === 'own' && device.agentId !== null ? { agentId: device.agentId } : null;
}
