import { bearerToken } from '@/lib/auth/bearer-token';
import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { refuseTooMany } from '@/lib/http/rate-limit';
import { chooseNode, nodesInOrder } from '@/lib/meetings/choose-node';
import { joinMeeting, type JoinClaim, type JoinedMeeting } from '@/lib/meetings/join-meeting';
import { opensAt } from '@/lib/meetings/meeting';
import { JoinMeetingBody, type JoinMeetingResponse } from '@/lib/meetings/schemas';
import { answerInvitationRefusal, answerRefusal, type MeetingContext } from '../../host-claim';

/** Gives a browser what it needs to dial: a node, a ticket, and for hosts the PIN. */
export const POST = handleWrite<MeetingContext>(async (request, { params }) => {
  const host = await hostsClaim(request);
  const refused = host?.kind === 'agent' ? null : await refuseTooMany('join', request);
  if (refused) return refused;
  const body = await parseJson(request, JoinMeetingBody);
  if (!body.ok) return body.response;

  const { displayName: typedName = null, invitation } = body.value;
  // A host who opens somebody's personal link is a host all the same.
  const claim: JoinClaim = host ?? (invitation ? { kind: 'invitation', secret: invitation } : { kind: 'alias' });
  const now = new Date();
  const joined = await joinMeeting((await params).alias, typedName, claim, now);
  if (!joined.ok) return refusal(joined);
  const { meeting, role, displayName } = joined;
  const response: JoinMeetingResponse = {
    node: chooseNode(settings().infinityNodes, meeting.id),
    nodes: nodesInOrder(settings().infinityNodes, meeting.id),
    alias: meeting.alias,
    displayName,
    role,
    callTag: joined.callTag,
    ...(role === 'host' ? { pin: meeting.hostPin } : {}),
    validUntil: meeting.validUntil.toISOString(),
    serverTime: now.toISOString(),
  };
  return Response.json(response, { headers: { 'Cache-Control': 'no-store' } });
});

async function hostsClaim(request: Request): Promise<Extract<JoinClaim, { kind: 'agent' | 'host-key' }> | null> {
  const hostKey = bearerToken(request);
  if (hostKey) return { kind: 'host-key', hostKey };
  const agent = await currentAgent();
  return agent && { kind: 'agent', agentId: agent.id };
}

function refusal(joined: Extract<JoinedMeeting, { ok: false }>): Response {
  switch (joined.error) {
    case 'unknown':
    case 'wrong-host-key':
      return answerRefusal({ error: joined.error });
    case 'invitation-unknown':
    case 'invitation-withdrawn':
    case 'invitation-required':
      return answerInvitationRefusal(joined.error);
    case 'no-name':
      return problem(422, 'invalid-body', 'Some fields are not acceptable.', {
        fields: [{ field: 'displayName', message: 'must not be empty' }],
      });
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
