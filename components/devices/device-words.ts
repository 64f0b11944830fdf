import { directoryDescription } from '@/lib/devices/describe-device';
import type { DeviceView } from '@/lib/devices/device';

// What the devices page says, and what it shows of the list. Pure.

export interface DeviceFilter {
  /** Typed into the search field. */
  text: string;
  /** Empty: every branch. */
  branch: string;
  kind: 'all' | DeviceView['kind'];
}

export const NO_FILTER: DeviceFilter = { text: '', branch: '', kind: 'all' };

const alphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The devices that fit, by name: every typed word occurs in name, alias, branch or agent. */
export function filterDevices(devices: readonly DeviceView[], filter: DeviceFilter): DeviceView[] {
  const words = plain(filter.text).split(/\s+/);
  return devices
    .filter(({ name, alias, branch, kind, agentName }) => {
      const searched = plain([name, alias, branch, agentName ?? ''].join('\n'));
      const isRight = (filter.kind === 'all' || kind === filter.kind) && (!filter.branch || branch === filter.branch);
      return isRight && words.every((word) => searched.includes(word));
    })
    .sort((a, b) => alphabet.compare(a.name, b.name) || alphabet.compare(a.alias, b.alias));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The branches there are, each once, by the alphabet. */
export function branchesOf(devices: readonly DeviceView[]): string[] {
  return [...new Set(devices.map((device) => device.branch))].filter(Boolean).sort(alphabet.compare);
}

type Described = Pick<DeviceView, 'alias' | 'name' | 'branch' | 'username' | 'isListed' | 'finds' | 'agentName'>;

/** What Infinity will answer about a device that is described like this, in sentences. */
export function infinityAnswers(device: Described): string[] {
  const alias = device.alias || 'its alias';
  const described = directoryDescription({ name: device.name || 'its name', branch: device.branch });
  return [
    device.username === ''
      ? `It registers as ${alias} without a password.`
      : `It registers as ${alias} with the user name ${device.username} and its password; with others it is refused.`,
    device.isListed
      ? `Other devices find it as “${described}” and call ${alias}.`
      : 'Other devices do not find it. Whoever knows its alias can call it.',
    `In its own directory it finds listed devices and rooms${FINDS[device.finds](device.agentName ?? 'its agent')}.`,
  ];
}

const FINDS: Record<DeviceView['finds'], (agent: string) => string> = {
  none: () => ', and no meetings',
  own: (agent) => `, and open meetings that ${agent} created or joined`,
  all: () => ', and every open meeting',
};

/** What stands in place of a picture: the first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return letters.join('').toUpperCase() || '?';
}
