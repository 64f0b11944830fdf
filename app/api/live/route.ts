import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { liveStream } from '@/lib/live/live-stream';

export const dynamic = 'force-dynamic';

export const GET = handle(async (request) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see the live meetings.');
  return liveStream(request);
});
