import type { NameKind } from '@/lib/management/known-names';
import {
  optionsAt,
  type ConferenceOptions,
  type ConferenceSettings,
  type LocationOptions,
} from './conference-settings';

/** What is wrong with settings, and where: `everywhere.theme`, `locations.2.options.hostSignIn`, `locations.0.location`. */
export interface SettingsProblem {
  field: string;
  message: string;
}

/** Where every combination of options stands that some meeting may get: for everyone, and at each location. */
interface Combination {
  field: string;
  options: ConferenceOptions;
}

/** The combinations a node may be answered with: each location's own options over those for everyone. */
export function combinations(settings: ConferenceSettings): Combination[] {
  const atLocations = settings.locations.map(({ location }, index) => ({
    field: `locations.${index}.options`,
    options: optionsAt(settings, location),
  }));
  return [{ field: 'everywhere', options: settings.everywhere }, ...atLocations];
}

/** Everything that is referred to by its name on Infinity, and where. */
export function namesIn(settings: ConferenceSettings): { field: string; kind: NameKind; name: string }[] {
  const inOptions = (field: string, { theme, hostSignIn, guestSignIn }: LocationOptions) => [
    { field: `${field}.theme`, kind: 'themes' as const, name: theme },
    { field: `${field}.hostSignIn`, kind: 'identity-provider-groups' as const, name: hostSignIn },
    { field: `${field}.guestSignIn`, kind: 'identity-provider-groups' as const, name: guestSignIn },
  ];
  const all = [
    ...inOptions('everywhere', settings.everywhere),
    ...settings.locations.flatMap(({ location, options }, index) => [
      { field: `locations.${index}.location`, kind: 'locations' as const, name: location },
      ...inOptions(`locations.${index}.options`, options),
    ]),
  ];
  return all.flatMap(({ name, ...rest }) => (name == null ? [] : [{ ...rest, name }]));
}
