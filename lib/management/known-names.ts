import { settings } from '@/lib/config/env';
import { configurationNames } from './configuration-names';

/** What settings refer to by name. A name that does not exist voids a whole policy answer (policy-api.md §4 and §6, D). */
const RESOURCES = {
  locations: 'system_location',
  themes: 'ivr_theme',
  'identity-provider-groups': 'identity_provider_group',
} as const;

export type NameKind = keyof typeof RESOURCES;

export type KnownNames = { checked: true; names: string[] } | { checked: false; why: 'not-configured' | 'unreachable' };

/** Somebody waits for a form. Requests can take longer (management-api.md §1), and then the names go unchecked. */
const TIMEOUT_MS = 4_000;
/** A form that is saved again and again costs no further requests; the API allows 1000 a minute for all who use it (§1). */
const KEPT_MS = 30_000;

const kept = new Map<string, { names: Promise<string[]>; until: number }>();

/**
 * The names that exist on Infinity, at most 30 seconds old; `checked: false` when no Management Node is configured, or it
 * did not answer as one within 4 seconds, which is logged.
 */
export async function knownNames(kind: NameKind): Promise<KnownNames> {
  const access = settings().management;
  if (!access) return { checked: false, why: 'not-configured' };
  const key = `${access.url} ${kind}`;
  const before = kept.get(key);
  const entry =
    before && before.until > Date.now()
      ? before
      : { names: configurationNames(access, RESOURCES[kind], TIMEOUT_MS), until: Date.now() + KEPT_MS };
  kept.set(key, entry);
  try {
    return { checked: true, names: await entry.names };
  } catch (error) {
    if (kept.get(key) === entry) {
      kept.delete(key);
      // Once, however many waited for it: the administrator is told that names go unchecked, and looks here for why.
      console.warn(`names cannot be checked: ${error instanceof Error ? error.message : String(error)}`);
    }
    return { checked: false, why: 'unreachable' };
  }
}
