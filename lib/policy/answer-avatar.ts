import { LONGEST_SIDE } from '@/lib/avatars/picture-limits';
import { fingerprintOf, findTicket } from './answer-participant';
import { decideAvatar } from './decide-avatar';
import { taggedMeeting } from './find-dialled';
import type { PolicyAnswer } from './policy-answer';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';

/** The picture beside a name, exactly the size asked for. */
export async function answerAvatar(
  { caller, alias, width, height }: { caller: Caller; alias: string; width: number; height: number },
  sources: PolicySources,
): Promise<PolicyAnswer> {
  const nothing = (reason: string): PolicyAnswer => ({
    ...{ outcome: 'no-opinion', reason, alias, meetingId: taggedMeeting(caller) },
    content: { kind: 'no-picture' },
  });
  const subject = decideAvatar(alias, caller, await findTicket(caller, sources), fingerprintOf(caller));
  if (!subject) return nothing('a browser without a used ticket of an agent');
  const avatarId = await sources.findAvatar(subject);
  if (!avatarId) return nothing('no picture of theirs');
  const jpeg = await sources.renderAvatar(avatarId, Math.min(width, LONGEST_SIDE), Math.min(height, LONGEST_SIDE));
  if (!jpeg) return nothing('the picture is gone');
  const whose = subject.kind === 'agent' ? 'an agent' : 'a device or an agent';
  return {
    outcome: 'picture',
    reason: `picture of ${whose}`,
    alias,
    meetingId: taggedMeeting(caller),
    content: { kind: 'picture', jpeg },
  };
}
