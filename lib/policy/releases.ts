// Releases of Infinity, as nodes name their own in `version_id` (policy-api.md §3).

/** Whether a node’s version is of an earlier release. A node that does not say, or not as a number, is taken for a newer one. */
export function isBefore(version: string, release: number): boolean {
  return version !== '' && Number(version) < release;
}
