import { optionsAt, type ConferenceOptions, type ConferenceSettings } from '@/lib/settings/conference-settings';
import type { PolicyMeeting } from './decide-service-configuration';
import { hasLaterView, withoutLaterViews } from './early-views';
import { ServiceConfiguration } from './infinity-rules';

const MOST_PAIRS = 1_000;

/** A configuration that Infinity accepts. */
export interface CheckedConfiguration {
  result: ServiceConfiguration;
  /** What had to be left out to make it so, and why; null ordinarily. */
  fault: string | null;
  /** Infinity's names of the fields that were left out. */
  leftOut: readonly string[];
}

/**
 * The configuration of a meeting. For one conference everything must be the same for every caller, or it would not be one;
 * only call rates and sign-in groups follow the location of the caller (policy-api.md §4, D).
 *
 * @param home the location whose settings the conference has
 * @param asking the location of the node that asks
 * @param hasEarlyViewsOnly whether layouts are left out that older releases may not know
 * @throws when what is wrong cannot be left out: then no lesser answer is certain to be right
 */
export function configurationOf(
  meeting: PolicyMeeting,
  settings: ConferenceSettings,
  home: string | null,
  asking: string,
  hasEarlyViewsOnly = false,
): CheckedConfiguration {
  const { fields, participantLimit } = fieldsOf(settings, home, asking, hasEarlyViewsOnly);
  const whole = { ...essentialsOf(meeting), ...fields, ...limitOf(meeting.participantLimit, participantLimit) };
  const checked = ServiceConfiguration.safeParse(whole);
  if (checked.success) return { result: checked.data, fault: null, leftOut: [] };
  const fault = checked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  const faulty = new Set(checked.error.issues.map(({ path }) => String(path[0])));
  for (const essential of Object.keys(essentialsOf(meeting))) faulty.delete(essential);
  const lesser = ServiceConfiguration.safeParse(
    Object.fromEntries(Object.entries(whole).filter(([field]) => !faulty.has(field))),
  );
  if (!lesser.success) throw new Error(`no service configuration is certain to be valid: ${fault}`);
  return { result: lesser.data, fault, leftOut: [...faulty].filter((field) => field in whole) };
}

/** Whether locations have settings of their own that a conference can have only once. */
export function dependsOnHome(settings: ConferenceSettings): boolean {
  return settings.locations.some(({ options }) => {
    return Object.keys(lookOf(options)).length > 1 || options.participantLimit !== undefined;
  });
}

/** Whether what a conference looks like depends on the releases of the nodes that are about. */
export function dependsOnReleases({ everywhere, locations }: ConferenceSettings): boolean {
  return hasLaterView(everywhere) || locations.some(({ options }) => hasLaterView(options));
}

/** Who may come in, which never depends on anything an administrator sets. */
function essentialsOf(meeting: PolicyMeeting) {
  return {
    service_type: 'conference' as const,
    name: meeting.serviceName,
    service_tag: meeting.id,
    // Hosts come with the PIN; guests need none and wait until a host is in.
    allow_guests: true,
    pin: meeting.hostPin,
    // A lobby: whoever comes is held until a host lets them in.
    ...(meeting.isLobby ? { locked: true } : {}),
  };
}

/** The smaller of the meeting's own limit and the administrator's. */
function limitOf(...limits: (number | null | undefined)[]) {
  const set = limits.filter((limit) => limit != null);
  return set.length > 0 ? { participant_limit: Math.min(...set) } : {};
}

interface SettingFields {
  fields: object;
  participantLimit: number | undefined;
}

/** What follows from the settings alone, worked out once for each pair of locations: it is asked at every call. */
const known = new WeakMap<ConferenceSettings, Map<string, SettingFields>>();

function fieldsOf(
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
