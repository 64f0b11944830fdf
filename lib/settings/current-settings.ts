import { snapshot } from '@/lib/db/snapshot';
import { ConferenceSettings, NO_SETTINGS } from './conference-settings';
import { PolicySettings } from './policy-settings';
import { listConferenceIds, loadConferenceRows, loadSetting } from './setting-store';

/** Names under which changes are told to every instance, and rows of the setting table are kept. */
export const CONFERENCE_SETTINGS = 'conference';
export const POLICY_SETTINGS = 'policy';

export interface KnownConferenceSettings {
  /** In force for every meeting that keeps none of its own. */
  newestId: number;
  byId: ReadonlyMap<number, ConferenceSettings>;
}

/** What was read before. Rows never change, so none is read again, and whatever was worked out for one stays worth keeping. */
let known: ReadonlyMap<number, ConferenceSettings> = new Map();

export const conferenceSettings = snapshot<KnownConferenceSettings>(CONFERENCE_SETTINGS, async () => {
  const ids = await listConferenceIds();
  const unread = ids.filter((id) => !known.has(id));
  const rows = unread.length === 0 ? [] : await loadConferenceRows(unread);
  const read = new Map(rows.map(({ id, value }) => [id, acceptable(id, value)]));
  const byId = new Map<number, ConferenceSettings>();
  for (const id of ids) {
    const settings = known.get(id) ?? read.get(id);
    if (settings) byId.set(id, settings);
  }
  known = byId;
  return { newestId: ids.at(-1) ?? 0, byId };
});

export const policySettings = snapshot(POLICY_SETTINGS, () => loadSetting(POLICY_SETTINGS, PolicySettings));

/** Rows were checked when they were saved; one that was changed by hand must not cost callers their meeting. */
function acceptable(id: number, value: unknown): ConferenceSettings {
  const parsed = ConferenceSettings.safeParse(value);
  if (parsed.success) return parsed.data;
  console.error(`conference settings ${id} are not acceptable and are left out`);
  return NO_SETTINGS;
}
