import type { LocationOptions } from '@/lib/settings/conference-settings';
import { isBefore } from './releases';

/** Layouts that releases take for which we have no list of theirs (policy-api.md §4, "accepted since at least"). */
const EARLY_VIEWS: readonly string[] = [
  'one_main_zero_pips',
  'one_main_seven_pips',
  'one_main_twentyone_pips',
  'two_mains_twentyone_pips',
];
/** The first release whose documentation lists all that we offer. */
const ALL_VIEWS_SINCE = 35;

/** Whether a node is of a release whose layouts are not all known to us. One that does not say is taken for a newer one. */
export function isOlder(version: string): boolean {
  return isBefore(version, ALL_VIEWS_SINCE);
}

/** Whether there is a layout among these options that an older node may not know. */
export function hasLaterView({ layout }: Pick<LocationOptions, 'layout'>): boolean {
  if (!layout) return false;
  const views = layout.kind === 'lecture' ? [layout.hostView, layout.guestView] : [layout.view];
  return views.some((view) => !EARLY_VIEWS.includes(view));
}

/** One layout that an older node does not know would cost the whole answer; without it the node draws its usual one. */
export function withoutLaterViews(look: object): object {
  const isView = (field: string) => field === 'view' || field.endsWith('_view');
  return Object.fromEntries(
    Object.entries(look).filter(([field, value]) => !isView(field) || EARLY_VIEWS.includes(String(value))),
  );
}
