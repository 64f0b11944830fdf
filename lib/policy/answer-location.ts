import { chooseRule, whyRule } from '@/lib/media-locations/choose-rule';
import { aliasOf, taggedMeeting } from './find-dialled';
import { MediaLocation } from './infinity-rules';
import { envelope, type PolicyAnswer } from './policy-answer';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';

/** Which location carries the caller's media, and where to go when it is full. */
export async function answerLocation({ caller }: { caller: Caller }, sources: PolicySources): Promise<PolicyAnswer> {
  const { location: askingLocation, address, protocol } = caller;
  const rule = chooseRule(await sources.mediaRules(), { askingLocation, address, protocol });
  const about = { alias: aliasOf(caller, sources), meetingId: taggedMeeting(caller) };
  if (!rule) return { outcome: 'no-opinion', reason: 'no rule applies', ...about, content: { kind: 'no-opinion' } };
  const { data: result } = MediaLocation.safeParse({
    location: rule.location,
    ...(rule.overflow.length > 0 ? { overflow_locations: rule.overflow } : {}),
  });
  // Saved before names were looked at as they are now. The node goes where it would go without us.
  if (!result) {
    const reason = `the rule for ${whyRule(rule)} has a name that Infinity would not accept`;
    return { outcome: 'no-opinion', reason, ...about, content: { kind: 'no-opinion' } };
  }
  // No action: there is none for this question (policy-api.md §1).
  return { outcome: 'locate', reason: whyRule(rule), ...about, content: envelope({ result }) };
}
