import { browserOf } from '../client-api/start-call';
import type { Participant } from '../conference/conference-state';
import type { LiveConference } from '../conference/live-conference';
import type { Deployment } from '../deployment';
import { askAvatar } from '../policy/avatar-policy';
import type { Caller } from '../policy/caller';
import type { PolicySurroundings } from '../policy/consult';
import type { AvatarSize } from '../policy/device-parameters';
import { rosterAvatarParameters } from '../policy/policy-parameters';

/** Who the picture is of, as policy knows it: a browser's are fetched by clients, others' as their call came in. */
function subjectOf(deployment: Deployment, target: Participant): Caller | null {
  const dialled = deployment.calls.get(target.uuid)?.caller;
  const browser = dialled ? null : browserOf(deployment, target);
  const caller = dialled ?? (browser && { ...browser, trigger: 'web_avatar_fetch' });
  const { remoteAlias, displayName, callTag } = target;
  return caller && { ...caller, remoteAlias, displayName, callTag };
}

/** The picture of somebody in a conference, or null for the placeholder. */
export async function rosterAvatar(
  deployment: Deployment,
  conference: LiveConference,
  target: Participant,
  size: AvatarSize,
  surroundings: PolicySurroundings = deployment.policy,
): Promise<Buffer | null> {
  const subject = subjectOf(deployment, target);
  if (!subject) return null;
  const parameters = rosterAvatarParameters(subject, conference.state.service, target, size);
  return askAvatar(surroundings, target.remoteAlias, parameters, size);
}
