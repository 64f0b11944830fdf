import { z } from 'zod';
import { handleWrite } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { withdraw } from '@/lib/invitations/invite';
import { answerRefusal, hostClaim, showClaimFirst } from '../../../host-claim';

type Context = { params: Promise<{ alias: string; id: string }> };

/** Withdraws a personal link, and puts out who is in by it. */
export const DELETE = handleWrite<Context>(async (request, { params }) => {
  const claim = await hostClaim(request);
  if (!claim) return showClaimFirst();
  const { alias, id } = await params;
  const known = z.uuid().safeParse(id);
  if (!known.success) return noInvitation();
  const withdrawn = await withdraw(alias, known.data, claim);
  if (withdrawn.ok) return Response.json(withdrawn.value, { headers: { 'Cache-Control': 'no-store' } });
  return withdrawn.error === 'no-invitation' ? noInvitation() : answerRefusal(withdrawn);
});

function noInvitation(): Response {
  return problem(404, 'no-invitation', 'This meeting has no such personal link.');
}
