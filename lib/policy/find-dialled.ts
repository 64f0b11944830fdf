import { z } from 'zod';
import { dialledAlias, isOurs, isWellFormed } from '@/lib/meetings/alias';
import { meetingState } from '@/lib/meetings/meeting';
import { whenThere, type NowOrLater } from '@/lib/now-or-later';
import type { DialledMeeting, PolicyMeeting } from './decide-service-configuration';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';

const MeetingId = z.uuid();

/** The meeting that a call is for, by what was dialled. */
export function findByAlias(caller: Caller, sources: PolicySources, now: Date): NowOrLater<DialledMeeting> {
  const alias = dialledAlias(caller.localAlias);
  const aliasPrefix = sources.aliasPrefix();
  if (!alias || !isOurs(alias, aliasPrefix)) return { isOurs: false, reason: 'not an alias of ours' };
  const meeting = isWellFormed(alias, aliasPrefix) ? sources.lookUpMeeting({ alias }, isOpenAt(now)) : null;
  return whenThere(meeting, (found) => ({ isOurs: true, meeting: found }));
}

/** The same by the service tag, which we gave and which comes back; null when the tag is none of ours. */
export function findByTag(caller: Caller, sources: PolicySources, now: Date): NowOrLater<PolicyMeeting | null> {
  const id = taggedMeeting(caller);
  return id ? sources.lookUpMeeting({ id }, isOpenAt(now)) : null;
}

/** The id that a service tag of ours is; null for anybody else's. */
export function taggedMeeting({ serviceTag }: Caller): string | null {
  return MeetingId.safeParse(serviceTag.toLowerCase()).data ?? null;
}

/** What a question is about, as it is recorded: an alias of ours undone, anything else as it was dialled. */
export function aliasOf({ localAlias }: Caller, sources: PolicySources): string {
  const alias = dialledAlias(localAlias);
  return alias && isOurs(alias, sources.aliasPrefix()) ? alias : localAlias;
}

const isOpenAt = (now: Date) => (meeting: PolicyMeeting) => meetingState(meeting, now) === 'open';
