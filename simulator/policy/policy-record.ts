import type { PolicyParameters } from './ask-policy';

/** The six things a node asks (policy-api.md §2). */
export type Question =
  'service configuration' | 'participant properties' | 'media location' | 'avatar' | 'directory' | 'registration';

/** What a node makes of one answer (policy-api.md §1, "What the node does with an answer"). */
export type Reading<T> =
  | { verdict: 'used'; value: T }
  /** A good answer that leaves the matter to the node. */
  | { verdict: 'no-opinion' }
  | { verdict: 'rejected'; reason: string | null }
  | { verdict: 'redirected'; newAlias: string }
  /** One invalid field dropped the whole answer. */
  | { verdict: 'void'; field: string }
  /** Nothing that could be read as an answer: 404, silence, bad JSON. */
  | { verdict: 'failed'; why: string };

/** One question and its answer, as whoever caused it is told. */
export interface PolicyRecord {
  question: Question;
  /** Below `/policy/v1/`, percent-encoded as it was sent. */
  path: string;
  parameters: PolicyParameters;
  /** Null when there was no response. */
  status: number | null;
  action: string | null;
  verdict: Reading<unknown>['verdict'];
  /** As policy sent it; of an image, its size. */
  result: unknown;
  /** The field that voided the answer, why there was none, the reason of a rejection, the new alias. */
  detail: string | null;
}

/** What there is to say of a reading beside its verdict. */
export function detailOf(reading: Reading<unknown>): string | null {
  switch (reading.verdict) {
    case 'rejected':
      return reading.reason;
    case 'redirected':
      return reading.newAlias;
    case 'void':
      return reading.field;
    case 'failed':
      return reading.why;
    default:
      return null;
  }
}
