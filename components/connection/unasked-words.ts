import { REQUESTS, type ReportedNode, type ReportedRequest } from '@/lib/decisions/decision-reports';
import { isBefore } from '@/lib/policy/releases';
import { requestWords } from './connection-words';

/** Long enough that what people do in a week would have made it ask. */
const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** No release before this one asks for them (policy-api.md §2: absent in 31), and no switch of its profile would make it. */
const PARTICIPANT_PROPERTIES_SINCE = 32;

/**
 * Which of the requests that its release makes a node was not seen making, from whatever location, and which it has given up:
 * a switch in its policy profile is off, or nobody needed it. What it asked for before requests were told apart is known for
 * a week only. Empty where it makes all, and where that is not known.
 */
export function unaskedWords(sightings: readonly ReportedNode[]): string {
  const askedAt = (request: ReportedRequest) =>
    Math.max(...sightings.map((of) => Date.parse(of.askedAt[request] ?? '') || 0));
  // Noted before requests were told apart.
  if (REQUESTS.every((request) => askedAt(request) === 0)) return '';
  const [latest] = sightings.toSorted((one, other) => Date.parse(other.lastSeenAt) - Date.parse(one.lastSeenAt));
  const { lastSeenAt, version } = latest!;
  const lacksProperties = isBefore(version, PARTICIPANT_PROPERTIES_SINCE);
  const known = REQUESTS.filter((request) => request !== 'participant' || !lacksProperties);
  const unasked = known.filter((request) => askedAt(request) === 0);
  const notLately = known.filter(
    (request) => askedAt(request) > 0 && Date.parse(lastSeenAt) - askedAt(request) > A_WEEK_MS,
  );
  return [listed('Not seen asking for', unasked), listed('Not for a week', notLately)].filter(Boolean).join(' ');
}

function listed(words: string, requests: readonly ReportedRequest[]): string {
  return requests.length === 0 ? '' : `${words}: ${requests.map(requestWords).join(', ')}.`;
}
