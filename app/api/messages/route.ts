import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { parseQuery } from '@/lib/http/parse-query';
import { problem } from '@/lib/http/problem';
import { refuseTooMany } from '@/lib/http/rate-limit';
import { messageBody, MessageQuery } from '@/lib/visitor-messages/message-input';
import { keepMessage, listMessages } from '@/lib/visitor-messages/message-store';
import type { KeptMessage } from '@/lib/visitor-messages/schemas';
import { answer } from '../history/answers';

/** A page of messages, newest first. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to read messages.');
  const query = parseQuery(request, MessageQuery);
  return query.ok ? answer(await listMessages(query.value)) : query.response;
});

/** Keeps what a visitor leaves. They are not signed in, so how much one address may leave is limited. */
export const POST = handleWrite(async (request) => {
  const refused = await refuseTooMany('message', request);
  if (refused) return refused;
  const now = new Date();
  const body = await parseJson(request, messageBody(now));
  if (!body.ok) return body.response;
  await keepMessage(body.value, now);
  const kept: KeptMessage = { receivedAt: now.toISOString() };
  return Response.json(kept, { status: 201, headers: { 'Cache-Control': 'no-store' } });
});
