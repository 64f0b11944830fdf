import { OUTCOMES, REQUESTS } from '@/lib/decisions/decision-reports';
import { outcomeWords, requestWords } from './connection-words';

/** What the list is narrowed to; empty texts narrow nothing. */
export interface DecisionFilter {
  /** An alias, a join link, a caller or a decision's id, as it was typed. */
  alias: string;
  outcome: string;
  request: string;
}

export const NO_FILTER: DecisionFilter = { alias: '', outcome: '', request: '' };

export const OUTCOME_CHOICES: readonly (readonly [string, string])[] = [
  ['', 'Any answer'],
  ['refusals', 'Refusals only'],
  ...OUTCOMES.map((outcome) => [outcome, outcomeWords(outcome).words] as const),
];

export const REQUEST_CHOICES: readonly (readonly [string, string])[] = [
  ['', 'Any request'],
  ...REQUESTS.map((request) => [request, requestWords(request)] as const),
];

export function isFiltered({ alias, outcome, request }: DecisionFilter): boolean {
  return alias !== '' || outcome !== '' || request !== '';
}

/** The query of the page's own address and of the list's route; empty when nothing is narrowed. */
export function filterQuery(filter: DecisionFilter, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? '' : `?${query}`;
}
