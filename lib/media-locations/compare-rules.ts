import { createHash } from 'node:crypto';
import { ruleKey, type RuleContent } from './media-rule';

/** What one set of rules changes in another. */
export interface RuleDifference {
  added: number;
  /** The same asking location, network and protocol, and something else in the rest. */
  changed: number;
  unchanged: number;
  removed: number;
}

export function compareRules(before: readonly RuleContent[], after: readonly RuleContent[]): RuleDifference {
  const known = new Map(before.map((rule) => [ruleKey(rule), contentOf(rule)]));
  const difference = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  for (const rule of after) {
    const content = known.get(ruleKey(rule));
    difference[content === undefined ? 'added' : content === contentOf(rule) ? 'unchanged' : 'changed'] += 1;
  }
  difference.removed = before.length - difference.changed - difference.unchanged;
  return difference;
}

/** The same for the same rules in any order: whoever acts on what was shown can say what that was. */
export function fingerprintOf(rules: readonly RuleContent[]): string {
  return createHash('sha256').update(rules.map(contentOf).sort().join('\n')).digest('base64url');
}

/** The same text for two rules that say the same. */
export function contentOf({ askingLocation, network, protocol, location, overflow, note }: RuleContent): string {
  return JSON.stringify([askingLocation, network, protocol, location, overflow, note]);
}
