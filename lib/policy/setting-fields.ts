import { optionsAt, type ConferenceOptions, type ConferenceSettings } from '@/lib/settings/conference-settings';
import { hasLaterView, withoutLaterViews } from './early-views';

/** What the settings say of a configuration, in Infinity's words. */
interface SettingFields {
  fields: object;
  participantLimit: number | undefined;
}

const MOST_PAIRS = 1_000;

/** What follows from the settings alone, worked out once for each pair of locations: it is asked at every call. */
const known = new WeakMap<ConferenceSettings, Map<string, SettingFields>>();

/** @param home the location whose settings the conference has; null: it has none of a location's own */
export function fieldsOf(
  settings: ConferenceSettings,
  home: string | null,
  asking: string,
  hasEarlyViewsOnly: boolean,
): SettingFields {
  if (settings.locations.length === 0) [home, asking] = [null, ''];
  const bySettings = known.get(settings) ?? new Map<string, SettingFields>();
  known.set(settings, bySettings);
  const key = `${hasEarlyViewsOnly}\n${home === null ? '' : `=${home}`}\n${asking}`;
  const found = bySettings.get(key);
  if (found) return found;
  const atHome = optionsAt(settings, home);
  const look = hasEarlyViewsOnly ? withoutLaterViews(lookOf(atHome)) : lookOf(atHome);
  const fields = { ...look, ...perCaller(optionsAt(settings, asking)) };
  const made = { fields, participantLimit: atHome.participantLimit };
  // Any text may be sent as a location: those that have no settings of their own are not worth remembering one by one.
  if (bySettings.size < MOST_PAIRS) bySettings.set(key, made);
  return made;
}

/** What the look of a conference follows from, besides the meeting and the settings. */
export interface Dependence {
  /** Locations have settings of their own that a conference can have only once. */
  onHome: boolean;
  /** There is a layout that nodes of older releases may not know. */
  onReleases: boolean;
}

/** What may differ from caller to caller (policy-api.md §4, D). */
const PER_CALLER: ReadonlySet<string> = new Set<keyof ConferenceOptions>([
  'maxCallRateIn',
  'maxCallRateOut',
  'hostSignIn',
  'guestSignIn',
]);

/** Follows from the settings alone, and is asked at every call. */
const dependences = new WeakMap<ConferenceSettings, Dependence>();

export function dependenceOf(settings: ConferenceSettings): Dependence {
  const found = dependences.get(settings);
  if (found) return found;
  const { everywhere, locations } = settings;
  const onHome = locations.some(({ options }) =>
    Object.entries(options).some(([option, value]) => value !== undefined && !PER_CALLER.has(option)),
  );
  const onReleases = hasLaterView(everywhere) || locations.some(({ options }) => hasLaterView(options));
  const made = { onHome, onReleases };
  dependences.set(settings, made);
  return made;
}

const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no');

function lookOf(options: ConferenceOptions) {
  const { layout } = options;
  const views =
    layout?.kind === 'lecture'
      ? {
          service_type: 'lecture' as const,
          host_view: layout.hostView,
          guest_view: layout.guestView,
          guests_can_see_guests: layout.guestsSeeGuests,
        }
      : { service_type: 'conference' as const, view: layout?.view };
  return given({
    ...views,
    ivr_theme_name: options.theme,
    max_pixels_per_second: options.maxPicture,
    crypto_mode: options.encryption,
    enable_chat: yesNo(options.hasChat),
    guests_can_present: options.guestsMayPresent,
    enable_overlay_text: options.showsNames,
  });
}

function perCaller(options: ConferenceOptions) {
  return given({
    max_callrate_in: options.maxCallRateIn,
    max_callrate_out: options.maxCallRateOut,
    host_identity_provider_group: options.hostSignIn,
    guest_identity_provider_group: options.guestSignIn,
  });
}

/** Without what was not set: a field is omitted rather than sent empty (policy-api.md §4). */
function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
