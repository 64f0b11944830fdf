import { errorOnce } from '@/lib/error-once';
import { chooseRule, whyRule } from '@/lib/media-locations/choose-rule';
import { aliasOf, taggedMeeting } from './find-dialled';
import { MediaLocation, text } from './infinity-rules';
import { envelope, type PolicyAnswer } from './policy-answer';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';

/** Which location carries the caller's media, and where to go when it is full. */
export async function answerLocation({ caller }: { caller: Caller }, sources: PolicySources): Promise<PolicyAnswer> {
  const { location: askingLocation, address, protocol } = caller;
  const rule = chooseRule(await sources.mediaRules(), { askingLocation, address, protocol });
  const about = { alias: aliasOf(caller, sources), meetingId: taggedMeeting(caller) };
  if (!rule) return { outcome: 'no-opinion', reason: 'no rule applies', ...about, content: { kind: 'no-opinion' } };
  // Names may be older than what is asked of them now, or changed by hand: one bad name would void the answer.
  const overflow = rule.overflow.filter((name) => text.safeParse(name).success);
  if (overflow.length < rule.overflow.length) errorOnce(`media rule ${rule.id}: not every overflow location is a name`);
  const { data: result } = MediaLocation.safeParse({
    location: rule.location,
    ...(overflow.length > 0 ? { overflow_locations: overflow } : {}),
  });
  if (!result) {
    errorOnce(`media rule ${rule.id}: its location is no name that Infinity would accept`);
    // The node goes where it would go without us.
    const reason = `the ${whyRule(rule)} has a name that Infinity would not accept`;
    return { outcome: 'no-opinion', reason, ...about, content: { kind: 'no-opinion' } };
  }
  const lack = overflow.length < rule.overflow.length ? ', without the overflow that Infinity would not accept' : '';
  // No action: there is none for this question (policy-api.md §1).
  return { outcome: 'locate', reason: whyRule(rule) + lack, ...about, content: envelope({ result }) };
}
