import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { refuseTooMany } from '@/lib/http/rate-limit';
import { InvitationBody } from '@/lib/invitations/invitation-body';
import { MOST_INVITATIONS } from '@/lib/invitations/invitation-store';
import { invitationsOf, invite } from '@/lib/invitations/invite';
import { answerRefusal, hostClaim, showClaimFirst, type MeetingContext } from '../../host-claim';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** The personal links of a meeting, without what is secret in them. */
export const GET = handle<MeetingContext>(async (request, { params }) => {
  const claim = await hostClaim(request);
  if (!claim) return showClaimFirst();
  const found = await invitationsOf((await params).alias, claim);
  return found.ok ? Response.json(found.value, { headers: NO_STORE }) : answerRefusal(found);
});

/** Makes a personal link. */
export const POST = handleWrite<MeetingContext>(async (request, { params }) => {
  const claim = await hostClaim(request);
  if (!claim) return showClaimFirst();
  const refused = claim.kind === 'agent' ? null : await refuseTooMany('invite', request);
  if (refused) return refused;
  const body = await parseJson(request, InvitationBody);
  if (!body.ok) return body.response;
  const invited = await invite((await params).alias, body.value.displayName, claim);
  if (invited.ok) return Response.json(invited.value, { status: 201, headers: NO_STORE });
  if (invited.error !== 'too-many') return answerRefusal(invited);
  return problem(409, 'too-many-invitations', `A meeting has at most ${MOST_INVITATIONS} personal links.`);
});
