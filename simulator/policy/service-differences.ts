import { isDeepStrictEqual } from 'node:util';

/** What may differ by caller; everything else is the same in every answer about one service (policy-api.md §4). */
const mayDiffer = new Set([
  'pin',
  'guest_pin',
  'host_identity_provider_group',
  'guest_identity_provider_group',
  'max_callrate_in',
  'max_callrate_out',
]);

type Description = Readonly<Record<string, unknown>>;

/**
 * The fields in which a later answer contradicts the one that a running service began with, in alphabetical order.
 * Infinity does not say what it does about them, so the simulator only reports them.
 */
export function serviceDifferences(running: Description, later: Description): string[] {
  const fields = new Set([...Object.keys(running), ...Object.keys(later)]);
  return [...fields]
    .filter((field) => !mayDiffer.has(field) && !isDeepStrictEqual(running[field], later[field]))
    .sort();
}
