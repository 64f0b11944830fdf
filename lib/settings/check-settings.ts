import { nameChecker } from '@/lib/management/check-names';
import { knownNames } from '@/lib/management/known-names';
import { configurationProblems } from '@/lib/policy/configuration-problems';
import type { ConferenceSettings } from './conference-settings';
import { combinations, namesIn, type SettingsProblem } from './settings-problems';

/** Whether every answer made from these settings is one that Infinity's field rules accept (policy-api.md §4). */
export function checkCombinations(settings: ConferenceSettings): SettingsProblem[] {
  return combinations(settings).flatMap(({ field, options }) =>
    configurationProblems(options).map((found) => ({
      field: `${field}.${found.field}`,
      message: `Infinity would not accept this: ${found.message}`,
    })),
  );
}

export interface CheckedNames {
  problems: SettingsProblem[];
  /** Some names could not be looked up: the Management Node is configured, and did not answer. */
  isUnchecked: boolean;
}

/** Whether what is referred to by name exists on Infinity, where a Management Node can tell. One wrong name voids an answer. */
export async function checkNames(settings: ConferenceSettings): Promise<CheckedNames> {
  const used = namesIn(settings);
  const kinds = [...new Set(used.map(({ kind }) => kind))];
  const lists = await Promise.all(kinds.map(async (kind) => ({ kind, known: await knownNames(kind) })));
  const checkers = new Map(
    lists.flatMap(({ kind, known }) => (known.checked ? [[kind, nameChecker(kind, known.names)] as const] : [])),
  );
  const problems = used.flatMap(({ field, kind, name }) => {
    const message = checkers.get(kind)?.(name) ?? null;
    return message === null ? [] : [{ field, message }];
  });
  const isUnchecked = lists.some(({ known }) => !known.checked && known.why === 'unreachable');
  return { problems, isUnchecked };
}
