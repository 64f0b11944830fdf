import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { unknownNames } from '@/lib/policy/unknown-names';

export const dynamic = 'force-dynamic';

/** What settings and media rules name and Infinity does not have. Asked by itself, because Infinity may take seconds. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see the connection.');
  return Response.json(await unknownNames(new Date()), { headers: { 'Cache-Control': 'no-store' } });
});
