import { currentAgent } from '@/lib/auth/require-agent';
import { ParticipantQuery } from '@/lib/history/history-query';
import { listParticipants } from '@/lib/history/list-participants';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { answer, signInFirst } from '../answers';

export const dynamic = 'force-dynamic';

/** A page of people across meetings, newest first. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return signInFirst();
  const query = parseQuery(request, ParticipantQuery);
  return query.ok ? answer(await listParticipants(query.value, new Date())) : query.response;
});
