import { currentAgent } from '@/lib/auth/require-agent';
import { handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { erasePeople } from '@/lib/retention/erase-people-store';
import { ErasureBody } from '@/lib/retention/erasure-body';
import { answer, signInFirst } from '../../history/answers';

/** Two hundred people, each with a name of a conference of up to a kilobyte. */
const BODY_LIMIT_BYTES = 512 * 1024;

/** Erases people's names and addresses at once. 409 `still-there` for who is in a call, and then nothing is erased. */
export const POST = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const body = await parseJson(request, ErasureBody, BODY_LIMIT_BYTES);
  if (!body.ok) return body.response;
  const actor = { kind: 'agent', id: agent.id, name: agent.name } as const;
  const erased = await erasePeople(body.value.people, actor, new Date());
  if (!erased.ok) {
    return problem(409, 'still-there', 'Somebody chosen is in a call at this moment. Erase them when they have left.');
  }
  return answer({ people: erased.people, meetings: erased.meetings, events: erased.events });
});
