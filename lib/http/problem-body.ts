/** Body of every error of ours, `application/problem+json` (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  /** Stable, for programs: `invalid-body`, `not-found`, `not-open`, `ended`, `cancelled`, `rate-limited`, `no-picture`, `unchecked`,
   * `changed-meanwhile` … */
  code: string;
  detail?: string;
  /** With `invalid-body`: which fields, and what is wrong with each. */
  fields?: { field: string; message: string }[];
}
