import { snapshot } from '@/lib/db/snapshot';
import { prepareRules } from './choose-rule';
import { MediaRuleInput, type MediaRule } from './media-rule';
import { listRules, MEDIA_RULES } from './media-rule-store';

/** The rules in force, ready for `chooseRule`. Every instance goes by a change within a second. */
export const mediaRules = snapshot(MEDIA_RULES, async () => prepareRules((await listRules()).filter(isAcceptable)));

/** Rows were checked when they were saved; one that was changed by hand must not void the answers it would go into. */
function isAcceptable({ id, ...rule }: MediaRule): boolean {
  if (MediaRuleInput.safeParse(rule).success) return true;
  console.error(`media rule ${id} is not acceptable and is left out`);
  return false;
}
