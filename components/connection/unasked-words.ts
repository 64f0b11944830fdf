import { REQUESTS, type ReportedNode, type ReportedRequest } from '@/lib/decisions/decision-reports';
import { requestWords } from './connection-words';

/** Long enough that what people do in a week would have made it ask. */
const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Which of the six requests a node has never made, from whatever location, and which it has given up: a switch in its policy
 * profile is off, or nobody needed it. Empty where it makes all six, and where that is not known.
 */
export function unaskedWords(sightings: readonly ReportedNode[]): string {
  const askedAt = (request: ReportedRequest) =>
    Math.max(...sightings.map((of) => Date.parse(of.askedAt[request] ?? '') || 0));
  const lastSeenAt = Math.max(...sightings.map((of) => Date.parse(of.lastSeenAt)));
  const never = REQUESTS.filter((request) => askedAt(request) === 0);
  // Noted before requests were told apart.
  if (never.length === REQUESTS.length) return '';
  const notLately = REQUESTS.filter((request) => askedAt(request) > 0 && lastSeenAt - askedAt(request) > A_WEEK_MS);
  return [listed('Never asked for', never), listed('Not for a week', notLately)].filter(Boolean).join(' ');
}

function listed(words: string, requests: readonly ReportedRequest[]): string {
  return requests.length === 0 ? '' : `${words}: ${requests.map(requestWords).join(', ')}.`;
}
