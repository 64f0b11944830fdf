import { snapshot } from '@/lib/db/snapshot';
import { ConferenceSettings } from './conference-settings';
import { PolicySettings } from './policy-settings';
import { loadConferenceRows, loadSetting } from './setting-store';

/** Names under which changes are told to every instance, and rows of the setting table are kept. */
export const CONFERENCE_SETTINGS = 'conference';
export const POLICY_SETTINGS = 'policy';

export interface KnownConferenceSettings {
  /** In force for every meeting that keeps none of its own. */
  newestId: number;
  byId: ReadonlyMap<number, ConferenceSettings>;
}

/** What everybody gets who has saved nothing. */
const NOTHING: ConferenceSettings = { everywhere: {}, locations: [] };

export const conferenceSettings = snapshot<KnownConferenceSettings>(CONFERENCE_SETTINGS, async () => {
  const rows = await loadConferenceRows();
  const byId = new Map(rows.map(({ id, value }) => [id, acceptable(id, value)]));
  return { newestId: rows.at(-1)?.id ?? 0, byId };
});

export const policySettings = snapshot(POLICY_SETTINGS, () => loadSetting(POLICY_SETTINGS, PolicySettings));

/** Rows were checked when they were saved; one that was changed by hand must not cost callers their meeting. */
function acceptable(id: number, value: unknown): ConferenceSettings {
  const parsed = ConferenceSettings.safeParse(value);
  if (parsed.success) return parsed.data;
  console.error(`conference settings ${id} are not acceptable and are left out`);
  return NOTHING;
}
