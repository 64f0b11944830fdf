/** The first of those that are known. */
export function earliestOf(times: readonly (Date | null)[]): Date | null {
  return times.reduce((first, time) => (first && (!time || first <= time) ? first : time), null);
}

/** The last of those that are known. */
export function latestOf(times: readonly (Date | null)[]): Date | null {
  return times.reduce((last, time) => (last && (!time || last >= time) ? last : time), null);
}
