import { rulesIn } from '@/lib/media-locations/choose-rule';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { mediaRules } from '@/lib/media-locations/media-rules';
import { checkLocations } from '@/lib/media-locations/save-rule';
import { checkNames } from '@/lib/settings/check-settings';
import type { ConferenceSettings } from '@/lib/settings/conference-settings';
import { conferenceSettings } from '@/lib/settings/current-settings';
import { namesIn } from '@/lib/settings/settings-problems';
import type { UnknownName, UnknownNames } from './unknown-names-report';

const MOST_LISTED = 50;
/** While the Management Node does not answer it is asked no more often, however many pages wait for it. */
const AGAIN_AFTER_MS = 30_000;

let awayUntil = 0;

/**
 * Names in the settings and media rules in force that do not exist on Infinity (any more): names are looked up when they are
 * saved, and what is removed there later voids every answer it is in, without a word (policy-api.md §4 and §6, D).
 * Nothing where no Management Node is configured.
 */
export async function unknownNames(now: Date): Promise<UnknownNames> {
  const { newestId, byId } = await conferenceSettings.current();
  const settings = byId.get(newestId) ?? { everywhere: {}, locations: [] };
  const rules = rulesIn(await mediaRules.current());
  if (rules.length === 0 && namesIn(settings).length === 0) return { names: [], total: 0, isUnchecked: false };
  if (now.getTime() < awayUntil) return { names: [], total: 0, isUnchecked: true };

  const [inSettings, inRules] = await Promise.all([unknownInSettings(settings), unknownInRules(rules)]);
  const isUnchecked = inSettings.isUnchecked || inRules.isUnchecked;
  if (isUnchecked) awayUntil = now.getTime() + AGAIN_AFTER_MS;
  const names = [...inSettings.names, ...inRules.names];
  return { names: names.slice(0, MOST_LISTED), total: names.length, isUnchecked };
}

interface Found {
  names: UnknownName[];
  isUnchecked: boolean;
}

async function unknownInSettings(settings: ConferenceSettings): Promise<Found> {
  const { problems, isUnchecked } = await checkNames(settings);
  const nameAt = new Map(namesIn(settings).map(({ field, name }) => [field, name]));
  const names = problems.map(({ field, message }): UnknownName => {
    const [, index = ''] = /^locations\.(\d+)\./.exec(field) ?? [];
    const location = index === '' ? null : (settings.locations[Number(index)]?.location ?? null);
    return { in: 'settings', name: nameAt.get(field) ?? '', fault: message, field, location };
  });
  return { names, isUnchecked };
}

/** A file of rules may name one location a thousand times: each is said once. */
async function unknownInRules(rules: readonly MediaRule[]): Promise<Found> {
  const faults = rules.length === 0 ? [] : await checkLocations(rules, false);
  if (faults === 'unchecked') return { names: [], isUnchecked: true };
  const found = new Map<string, Extract<UnknownName, { in: 'media-rules' }>>();
  rules.forEach((rule, index) => {
    for (const { field, message } of faults[index] ?? []) {
      const isAsking = field === 'askingLocation';
      const name = nameAt(rule, field);
      const key = `${isAsking} ${name}`;
      const known = found.get(key);
      if (known) known.rules += 1;
      else found.set(key, { in: 'media-rules', name, fault: message, ruleId: rule.id, rules: 1, isAsking });
    }
  });
  // Rules come in no order, and a list that is looked at again and again must keep its own.
  const names = [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, unknown]) => unknown);
  return { names, isUnchecked: false };
}

function nameAt({ askingLocation, location, overflow }: MediaRule, field: string): string {
  if (field === 'askingLocation') return askingLocation;
  return field === 'location' ? location : (overflow[Number(field.split('.')[1])] ?? '');
}
