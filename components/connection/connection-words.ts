import type { ReportedNode, ReportedTrial } from '@/lib/decisions/decision-reports';

// How the Connection page says things. Words of a later version of ours are shown as they are.

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Nights are quiet at a small branch; a node that was not heard for a whole day deserves a look. */
const SILENT_AFTER_MS = DAY_MS;

const REQUEST_WORDS: Record<string, string> = {
  service: 'Service configuration',
  participant: 'Participant properties',
  location: 'Media location',
  avatar: 'Avatar',
  directory: 'Directory',
  registration: 'Registration alias',
};

export type Tone = 'good' | 'bad' | 'calm';

const OUTCOME_WORDS: Record<string, { words: string; tone: Tone }> = {
  configure: { words: 'Meeting given', tone: 'good' },
  describe: { words: 'Meeting described, nobody came in', tone: 'calm' },
  honour: { words: 'Ticket honoured', tone: 'good' },
  locate: { words: 'Location given', tone: 'good' },
  picture: { words: 'Picture given', tone: 'good' },
  entries: { words: 'Entries given', tone: 'good' },
  credentials: { words: 'Credentials given', tone: 'good' },
  reject: { words: 'Refused', tone: 'bad' },
  failed: { words: 'Not answered', tone: 'bad' },
  continue: { words: 'Left to Infinity', tone: 'calm' },
  'no-opinion': { words: 'No opinion', tone: 'calm' },
};

export function requestWords(request: string): string {
  return REQUEST_WORDS[request] ?? request;
}

export function outcomeWords(outcome: string): { words: string; tone: Tone } {
  return OUTCOME_WORDS[outcome] ?? { words: outcome, tone: 'calm' };
}

/** `just now`, `3 s ago`, `5 min ago`, `2 h ago`, `4 days ago`. Clocks that disagree a little never show the future. */
export function agoWords(ms: number): string {
  if (ms < 2 * SECOND_MS) return 'just now';
  if (ms < 2 * MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s ago`;
  if (ms < 2 * HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min ago`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h ago`;
  return `${Math.floor(ms / DAY_MS)} days ago`;
}

/** `0.42 ms`, `12 ms`, `1.2 s`, from microseconds. */
export function durationWords(us: number): string {
  if (us >= 1_000_000) return `${(us / 1_000_000).toFixed(1)} s`;
  if (us >= 9_950) return `${Math.round(us / 1_000)} ms`;
  return `${(us / 1_000).toFixed(us < 995 ? 2 : 1)} ms`;
}

export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `9.5 KB`, `12 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / (1024 * 1024), 'MB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

/** Whether a node has not been heard for so long that somebody should ask why. */
export function isSilent(node: ReportedNode, now: number): boolean {
  return now - Date.parse(node.lastSeenAt) > SILENT_AFTER_MS;
}

const SMALL_NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** `Two nodes ask us. Last request 3 s ago.`: one sentence on whether Infinity and we talk with each other. */
export function statusWords(nodes: readonly ReportedNode[], now: number): string {
  const named = nodes.filter(({ node }) => node !== '');
  const seenAt = nodes.map(({ lastSeenAt }) => Date.parse(lastSeenAt));
  if (seenAt.length === 0) return 'No node has asked us yet.';
  const last = `Last request ${agoWords(now - Math.max(...seenAt))}.`;
  if (named.length === 0) return `We are asked without a node’s address. ${last}`;
  const heard = new Set(named.filter((node) => !isSilent(node, now)).map(({ node }) => node)).size;
  if (heard === 0) return `No node has asked us for a day. ${last}`;
  const silent = new Set(named.map(({ node }) => node)).size - heard;
  const silentWords = silent === 0 ? '' : `, ${numberWord(silent).toLowerCase()} ${silent === 1 ? 'is' : 'are'} silent`;
  return `${numberWord(heard)} ${heard === 1 ? 'node asks' : 'nodes ask'} us${silentWords}. ${last}`;
}

function numberWord(count: number): string {
  return SMALL_NUMBERS[count] ?? count.toLocaleString('en');
}

/** What was seen of each node from its locations: a node is one, wherever it asks from. Order is kept. */
export function byNode(sightings: readonly ReportedNode[]): { node: string; sightings: ReportedNode[] }[] {
  const groups = new Map<string, ReportedNode[]>();
  for (const sighting of sightings) groups.set(sighting.node, [...(groups.get(sighting.node) ?? []), sighting]);
  return [...groups].map(([node, of]) => ({ node, sightings: of }));
}

/** Whether Infinity takes an answer of the tester's, as far as we can tell. */
export function verdictWords(hasFailed: boolean, { missing, unchecked }: ReportedTrial['names']): string {
  if (hasFailed) {
    return 'There is no answer that Infinity’s rules accept; the node falls back to its own configuration.';
  }
  if (missing.length > 0) return 'Infinity drops this whole answer: what it names does not exist there.';
  const accepted = 'Infinity’s rules accept this answer.';
  if (unchecked === 'not-configured') {
    return `${accepted} Nobody checks that the names in it exist, for no Management Node is set up.`;
  }
  if (unchecked === 'unreachable') {
    return `${accepted} Whether the names in it exist is not known: the Management Node does not answer.`;
  }
  return accepted;
}
