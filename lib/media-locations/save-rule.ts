import type { z } from 'zod';
import type { Actor } from '@/lib/audit/audit-store';
import { knownNames } from '@/lib/management/known-names';
import { ruleNamesChecker, type FieldFault } from './check-names';
import type { MediaRuleBody, RuleContent } from './media-rule';
import { insertRule, updateRule, type RuleChange } from './media-rule-store';

type Body = z.output<typeof MediaRuleBody>;

export type SavedRule =
  | RuleChange
  | { ok: false; error: 'unknown-names'; fields: FieldFault[] }
  /** The Management Node did not answer; may be saved all the same when the agent says so. */
  | { ok: false; error: 'unchecked' };

/** Saves a new rule, once its locations are known to exist. */
export async function createRule({ saveUnchecked, ...rule }: Body, actor: Actor): Promise<SavedRule> {
  return (await namesProblem([rule], saveUnchecked)) ?? insertRule(rule, actor);
}

/** Replaces what a rule says, once its locations are known to exist. */
export async function changeRule(
  id: string,
  { saveUnchecked, basedOn = null, ...rule }: Body & { basedOn?: RuleContent | null },
  actor: Actor,
): Promise<SavedRule> {
  return (await namesProblem([rule], saveUnchecked)) ?? updateRule(id, rule, actor, basedOn);
}

async function namesProblem(rules: RuleContent[], saveUnchecked: boolean) {
  const checked = await checkLocations(rules, saveUnchecked);
  if (checked === 'unchecked') return { ok: false, error: 'unchecked' } as const;
  const fields = checked.flat();
  return fields.length > 0 ? ({ ok: false, error: 'unknown-names', fields } as const) : null;
}

/**
 * What is wrong with the names in each rule. Nothing where no Management Node is configured or nobody wants to know;
 * `unchecked` when one is configured and does not answer.
 */
export async function checkLocations(
  rules: readonly RuleContent[],
  saveUnchecked: boolean,
): Promise<FieldFault[][] | 'unchecked'> {
  const locations = saveUnchecked ? null : await knownNames('locations');
  if (locations?.checked) return rules.map(ruleNamesChecker(locations.names));
  return locations?.why === 'unreachable' ? 'unchecked' : rules.map(() => []);
}
