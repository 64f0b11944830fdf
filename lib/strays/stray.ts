// Requests that reach the policy server and are none of its six questions: a node whose profile has the wrong URL looks just
// like one that never asks, so they are kept for the Connection page. Pure: the browser imports it.

export type StrayKind =
  /** Without any credentials. Nodes may wait for the challenge before they send them (policy-api.md §1, open): no alarm. */
  | 'no-credentials'
  /** With the right ones, at a path that is none of the six. */
  | 'path'
  /** With the right ones, by another method than GET. */
  | 'method';

export interface Stray {
  at: Date;
  kind: StrayKind;
  path: string;
  address: string;
}

/** Strays of one kind, path and address within an hour. */
export interface ReportedStray {
  kind: string;
  path: string;
  address: string;
  attempts: number;
  /** ISO 8601. */
  lastAt: string;
}

const LONGEST_PATH = 200;
const ALIAS_BEHIND = /(participant\/avatar|registrations)\/.*$/;
const ASKED =
  /^(.*)\/policy\/v1\/(?:service\/configuration|participant\/(?:properties|location|avatar)|registrations)(?:$|\/)/;

/** A path as it is kept: slashes folded, and without an alias, of which there may be any number. */
export function strayPath(path: string): string {
  return path
    .slice(0, 2 * LONGEST_PATH)
    .replace(/\/+/g, '/')
    .replace(ALIAS_BEHIND, '$1/…')
    .slice(0, LONGEST_PATH);
}

/**
 * What stands in a policy profile whose requests arrive at `path`, as far as it can be told: Infinity puts `/policy/v1/…` behind
 * the profile's URL (policy-api.md §1). Null when the path is not what a node would ask for.
 */
export function profileBehind(path: string, ourUrl: string): string | null {
  const base = ASKED.exec(path)?.[1];
  return base === undefined ? null : new URL(ourUrl).origin + base;
}
