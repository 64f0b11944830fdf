import { isDeepStrictEqual } from 'node:util';
import { checkCombinations, checkNames } from './check-settings';
import { ConferenceSettings, type SavedConferenceSettings } from './conference-settings';
import { replaceConferenceSettings } from './conference-settings-store';
import type { SettingsProblem } from './settings-problems';

export interface SaveRequest {
  settings: ConferenceSettings;
  /** The row the administrator saw when they began: whoever saved another one meanwhile must not be overwritten unseen. */
  basedOn: number;
  /** Saves though names could not be checked, because the Management Node does not answer. */
  saveUnchecked: boolean;
  agentId: string;
}

export type SaveResult =
  /** `kept`: meetings that go on with what they have had. Null when this was in force already, and nothing was done. */
  | { ok: true; saved: SavedConferenceSettings; kept: number | null }
  | { ok: false; error: 'not-acceptable'; problems: SettingsProblem[] }
  | { ok: false; error: 'unchecked' }
  | { ok: false; error: 'changed-meanwhile'; newest: SavedConferenceSettings };

/**
 * Puts conference settings in force for every meeting that no node runs yet. Nothing is saved that Infinity
 * would drop without a word: neither values outside its rules, nor names that do not exist there.
 */
export async function saveConferenceSettings(request: SaveRequest): Promise<SaveResult> {
  const problems = checkCombinations(request.settings);
  const names = await checkNames(request.settings);
  problems.push(...names.problems);
  if (problems.length > 0) return { ok: false, error: 'not-acceptable', problems };
  if (names.isUnchecked && !request.saveUnchecked) return { ok: false, error: 'unchecked' };

  const value = normalised(request.settings);
  const replaced = await replaceConferenceSettings(value, request.agentId, (newest) => {
    if (isDeepStrictEqual(normalised(newest.value), value)) return 'same';
    return newest.id === request.basedOn ? 'replace' : 'changed-meanwhile';
  });
  if (replaced.outcome === 'changed-meanwhile') {
    return { ok: false, error: 'changed-meanwhile', newest: replaced.newest };
  }
  if (replaced.outcome === 'same') return { ok: true, saved: replaced.newest, kept: null };

  const { saved, kept } = replaced;
  return { ok: true, saved, kept };
}

/** Without a meaning that order or absent values could have, so that equal settings are equal. */
function normalised(settings: ConferenceSettings): ConferenceSettings {
  const locations = settings.locations
    .filter(({ options }) => Object.values(options).some((value) => value !== undefined))
    .toSorted((one, other) => (one.location < other.location ? -1 : 1));
  // What is undefined is left out, as in the database's JSON.
  return ConferenceSettings.parse(JSON.parse(JSON.stringify({ ...settings, locations })));
}
