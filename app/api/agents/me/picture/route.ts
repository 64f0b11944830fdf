import { currentAgent } from '@/lib/auth/require-agent';
import { acceptPicture, answerPicture, removePicture } from '@/lib/avatars/picture-routes';
import { handle, handleWrite } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';

/** One's own picture. */
export const GET = handle(async (request) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to see your picture.');
  return answerPicture(request, { kind: 'agent', id: agent.id });
});

/** Changes one's own picture: the body is the file. */
export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change your picture.');
  return acceptPicture(request, { kind: 'agent', id: agent.id }, agent);
});

/** Takes it away. */
export const DELETE = handleWrite(async () => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change your picture.');
  return removePicture({ kind: 'agent', id: agent.id }, agent);
});
