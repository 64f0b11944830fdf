import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { countUnanswered } from '@/lib/visitor-messages/message-store';
import { answer } from '../../history/answers';

export const dynamic = 'force-dynamic';

/** How many messages nobody has answered: what every page of the desk shows. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to read messages.');
  return answer({ unanswered: await countUnanswered() });
});
