import { snapshot } from '@/lib/db/snapshot';
import { errorOnce } from '@/lib/error-once';
import { prepareRules } from './choose-rule';
import { MediaRuleInput, type MediaRule } from './media-rule';
import { listRules, MEDIA_RULES } from './media-rule-store';

/** The rules in force, ready for `chooseRule`. Every instance goes by a change within a second. */
export const mediaRules = snapshot(MEDIA_RULES, async () => prepareRules((await listRules()).filter(isAcceptable)));

/**
 * Rows were checked when they were saved; one that was changed by hand must not void the answers it would go into. Where media
 * goes first may be right all the same: what is wrong with the locations after it, the answer leaves out.
 */
function isAcceptable({ id, ...rule }: MediaRule): boolean {
  if (MediaRuleInput.safeParse({ ...rule, overflow: [] }).success) return true;
  errorOnce(`media rule ${id} is not acceptable and is left out`);
  return false;
}
