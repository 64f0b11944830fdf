import { bearerToken } from '@/lib/auth/bearer-token';
import { currentAgent } from '@/lib/auth/require-agent';
import { problem } from '@/lib/http/problem';
import type { HostClaim } from '@/lib/meetings/host-claim';
import type { MeetingState } from '@/lib/meetings/meeting';

/** A meeting's address below `/api/meetings`. */
export type MeetingContext = { params: Promise<{ alias: string }> };

/** What a request shows to be allowed to change a meeting; null when it shows nothing. */
export async function hostClaim(request: Request): Promise<HostClaim | null> {
  const hostKey = bearerToken(request);
  if (hostKey) return { kind: 'host-key', hostKey };
  const agent = await currentAgent();
  return agent && { kind: 'agent', ...agent };
}

export function showClaimFirst(): Response {
  return problem(401, 'unauthorized', 'The host key or an agent session is needed.');
}

type Refusal = { error: 'unknown' | 'wrong-host-key' } | { error: 'over'; state: MeetingState };

/** What keeps somebody from changing a meeting, as the answer to it. */
export function answerRefusal(refusal: Refusal): Response {
  switch (refusal.error) {
    case 'unknown':
      return noMeeting();
    case 'wrong-host-key':
      return problem(403, 'wrong-host-key', 'This host key does not belong to this meeting.');
    case 'over':
      return problem(409, refusal.state === 'cancelled' ? 'cancelled' : 'ended', 'This meeting is over.');
  }
}

export function noMeeting(): Response {
  return problem(404, 'not-found', 'There is no meeting with this alias.');
}

/** What is said of a personal link that does not let anybody in. */
export function answerInvitationRefusal(
  error: 'invitation-unknown' | 'invitation-withdrawn' | 'invitation-required',
): Response {
  switch (error) {
    case 'invitation-unknown':
      return problem(403, error, 'This personal link is not known. Open it again from your invitation.');
    case 'invitation-withdrawn':
      return problem(410, error, 'This invitation was withdrawn. Ask whoever sent it for a new one.');
    case 'invitation-required':
      return problem(403, error, 'This meeting needs a personal link. Open the one from your invitation.');
  }
}
