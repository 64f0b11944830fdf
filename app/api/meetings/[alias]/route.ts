import { currentAgent } from '@/lib/auth/require-agent';
import { bearerToken } from '@/lib/auth/bearer-token';
import { settings } from '@/lib/config/env';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { cancelMeeting, extendMeeting, type ChangedMeeting, type HostClaim } from '@/lib/meetings/change-meeting';
import { findMeetingByAlias, toMeetingResponse } from '@/lib/meetings/find-meeting';
import { ChangeMeetingBody } from '@/lib/meetings/schemas';

type Context = { params: Promise<{ alias: string }> };

/** What anyone who has the alias may know. */
export const GET = handle<Context>(async (_request, { params }) => {
  const meeting = await findMeetingByAlias((await params).alias);
  if (!meeting) return problem(404, 'not-found', 'There is no meeting with this alias.');
  return Response.json(meeting, { headers: { 'Cache-Control': 'no-store' } });
});

/** Moves the end. */
export const PATCH = handleWrite<Context>(async (request, { params }) => {
  const claim = await hostClaim(request);
  if (!claim) return problem(401, 'unauthorized', 'The host key or an agent session is needed.');
  const body = await parseJson(request, ChangeMeetingBody);
  if (!body.ok) return body.response;
  return answer(await extendMeeting((await params).alias, body.value.validUntil, claim, settings(), new Date()));
});

/** Cancels, and ends the running call. */
export const DELETE = handleWrite<Context>(async (request, { params }) => {
  const claim = await hostClaim(request);
  if (!claim) return problem(401, 'unauthorized', 'The host key or an agent session is needed.');
  return answer(await cancelMeeting((await params).alias, claim, new Date()));
});

async function hostClaim(request: Request): Promise<HostClaim | null> {
  const hostKey = bearerToken(request);
  if (hostKey) return { kind: 'host-key', hostKey };
  const agent = await currentAgent();
  return agent && { kind: 'agent', ...agent };
}

function answer(changed: ChangedMeeting): Response {
  if (changed.ok) return Response.json(toMeetingResponse(changed.meeting, new Date()));
  switch (changed.error) {
    case 'unknown':
      return problem(404, 'not-found', 'There is no meeting with this alias.');
    case 'wrong-host-key':
      return problem(403, 'wrong-host-key', 'This host key does not belong to this meeting.');
    case 'over':
      return problem(409, changed.state === 'cancelled' ? 'cancelled' : 'ended', 'This meeting is over.');
    case 'window':
      return problem(422, 'invalid-body', 'Some fields are not acceptable.', {
        fields: [{ field: 'validUntil', message: changed.message }],
      });
  }
}
