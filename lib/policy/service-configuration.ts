import type { ConferenceSettings } from '@/lib/settings/conference-settings';
import type { PolicyMeeting } from './decide-service-configuration';
import { ServiceConfiguration } from './infinity-rules';
import { fieldsOf } from './setting-fields';

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
