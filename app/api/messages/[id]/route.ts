import { z } from 'zod';
import { currentAgent } from '@/lib/auth/require-agent';
import { handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { MessageChangeBody } from '@/lib/visitor-messages/message-input';
import { markMessage } from '@/lib/visitor-messages/message-store';
import { answer } from '../../history/answers';

type Context = { params: Promise<{ id: string }> };

/** Notes that the agent who asks has answered a message, or that nobody has. */
export const PATCH = handleWrite<Context>(async (request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to answer messages.');
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) return noSuchMessage();
  const body = await parseJson(request, MessageChangeBody);
  if (!body.ok) return body.response;
  const message = await markMessage(id.data, body.value.isAnswered, agent, new Date());
  return message ? answer(message) : noSuchMessage();
});

const noSuchMessage = () => problem(404, 'not-found', 'There is no such message.');
