import { bearerToken } from '@/lib/auth/bearer-token';
import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { refuseTooMany } from '@/lib/http/rate-limit';
import { chooseNode } from '@/lib/meetings/choose-node';
import { joinMeeting, type JoinClaim, type JoinedMeeting } from '@/lib/meetings/join-meeting';
import { opensAt } from '@/lib/meetings/meeting';
import { JoinMeetingBody, type JoinMeetingResponse } from '@/lib/meetings/schemas';

type Context = { params: Promise<{ alias: string }> };

/** Gives a browser what it needs to dial: a node, a ticket, and for hosts the PIN. */
export const POST = handleWrite<Context>(async (request, { params }) => {
  const claim = await joinClaim(request);
  const refused = claim.kind === 'agent' ? null : await refuseTooMany('join', request);
  if (refused) return refused;
  const body = await parseJson(request, JoinMeetingBody);
  if (!body.ok) return body.response;

  const now = new Date();
  const joined = await joinMeeting((await params).alias, body.value.displayName, claim, now);
  if (!joined.ok) return refusal(joined);
  const { meeting, role } = joined;
  const response: JoinMeetingResponse = {
    node: chooseNode(settings().infinityNodes, meeting.id),
    alias: meeting.alias,
    displayName: body.value.displayName,
    role,
    callTag: joined.callTag,
    ...(role === 'host' ? { pin: meeting.hostPin } : {}),
    validUntil: meeting.validUntil.toISOString(),
    serverTime: now.toISOString(),
  };
  return Response.json(response, { headers: { 'Cache-Control': 'no-store' } });
});

async function joinClaim(request: Request): Promise<JoinClaim> {
  const hostKey = bearerToken(request);
  if (hostKey) return { kind: 'host-key', hostKey };
  const agent = await currentAgent();
  return agent ? { kind: 'agent', agentId: agent.id } : { kind: 'alias' };
}

function refusal(joined: Extract<JoinedMeeting, { ok: false }>): Response {
  switch (joined.error) {
    case 'unknown':
      return problem(404, 'not-found', 'There is no meeting with this alias.');
    case 'wrong-host-key':
      return problem(403, 'wrong-host-key', 'This host key does not belong to this meeting.');
    case 'closed': {
      if (joined.state === 'scheduled') {
        return problem(409, 'not-open', `This meeting opens at ${opensAt(joined.meeting).toISOString()}.`);
      }
      return problem(
        409,
        joined.state,
        joined.state === 'ended' ? 'This meeting has ended.' : 'This meeting was cancelled.',
      );
    }
  }
}
