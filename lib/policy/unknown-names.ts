import { rulesIn } from '@/lib/media-locations/choose-rule';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { mediaRules } from '@/lib/media-locations/media-rules';
import { checkLocations } from '@/lib/media-locations/save-rule';
import { checkNames } from '@/lib/settings/check-settings';
import { NO_SETTINGS, type ConferenceSettings } from '@/lib/settings/conference-settings';
import { conferenceSettings } from '@/lib/settings/current-settings';
import { keptByOpenMeetings } from '@/lib/settings/keep-settings-store';
import { namesIn } from '@/lib/settings/settings-problems';
import type { UnknownName, UnknownNames } from './unknown-names-report';

const MOST_LISTED = 50;
/** So many different settings that meetings keep are looked at, the newest: few are saved while a meeting lasts. */
const MOST_KEPT = 20;
/** While the Management Node does not answer it is asked no more often, however many pages wait for it. */
const AGAIN_AFTER_MS = 30_000;

let awayUntil = 0;

/**
 * Names in the settings and media rules in force, and in settings that open meetings keep, that do not exist on Infinity (any
 * more): names are looked up when they are saved, and what is removed there later voids every answer it is in, without a word
 * (policy-api.md §4 and §6, D).
 * Nothing where no Management Node is configured.
 */
export async function unknownNames(now: Date): Promise<UnknownNames> {
  const { newestId, byId } = await conferenceSettings.current();
  const settings = byId.get(newestId) ?? NO_SETTINGS;
  const rules = rulesIn(await mediaRules.current());
  const kept = (await keptByOpenMeetings(now, MOST_KEPT)).flatMap(({ settingsId, meetings }): Kept[] => {
    const old = settingsId === newestId ? undefined : byId.get(settingsId);
    return old && namesIn(old).length > 0 ? [{ settings: old, meetings }] : [];
  });
  const isNothingNamed = rules.length === 0 && kept.length === 0 && namesIn(settings).length === 0;
  if (isNothingNamed) return { names: [], total: 0, isUnchecked: false };
  if (now.getTime() < awayUntil) return { names: [], total: 0, isUnchecked: true };

  const found = await Promise.all([unknownInSettings(settings), unknownInKept(kept), unknownInRules(rules)]);
  const isUnchecked = found.some((part) => part.isUnchecked);
  if (isUnchecked) awayUntil = now.getTime() + AGAIN_AFTER_MS;
  const names = found.flatMap((part): UnknownName[] => part.names);
  return { names: names.slice(0, MOST_LISTED), total: names.length, isUnchecked };
}

interface Found<Where extends UnknownName['in']> {
  names: Extract<UnknownName, { in: Where }>[];
  isUnchecked: boolean;
}

/** Settings that meetings keep, and how many meetings. */
interface Kept {
  settings: ConferenceSettings;
  meetings: number;
}

async function unknownInSettings(settings: ConferenceSettings): Promise<Found<'settings'>> {
  const { problems, isUnchecked } = await checkNames(settings);
  const nameAt = new Map(namesIn(settings).map(({ field, name }) => [field, name]));
  const names = problems.map(({ field, message }) => {
    const [, index = ''] = /^locations\.(\d+)\./.exec(field) ?? [];
    const location = index === '' ? null : (settings.locations[Number(index)]?.location ?? null);
    return { in: 'settings' as const, name: nameAt.get(field) ?? '', fault: message, field, location };
  });
  return { names, isUnchecked };
}

/** Several settings may have the same: it is said once. A location that is gone costs nobody a call, and is left out. */
async function unknownInKept(kept: readonly Kept[]): Promise<Found<'kept'>> {
  const found = new Map<string, Found<'kept'>['names'][number]>();
  // At once, so that all of them cost Infinity one request for each kind of name.
  const looked = await Promise.all(
    kept.map(async ({ settings, meetings }) => ({ meetings, ...(await unknownInSettings(settings)) })),
  );
  for (const { names, meetings } of looked) {
    for (const { name, fault, field, location } of names) {
      const option = field.slice(field.lastIndexOf('.') + 1);
      if (option === 'location') continue;
      const key = JSON.stringify([option, location, name]);
      const known = found.get(key);
      if (known) known.meetings += meetings;
      else found.set(key, { in: 'kept', name, fault, option, location, meetings });
    }
  }
  return { names: [...found.values()], isUnchecked: looked.some((one) => one.isUnchecked) };
}

/** A file of rules may name one location a thousand times: each is said once. */
async function unknownInRules(rules: readonly MediaRule[]): Promise<Found<'media-rules'>> {
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
      else found.set(key, { in: 'media-rules', name, fault: message, rules: 1, isAsking });
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
