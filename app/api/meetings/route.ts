import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { MeetingQuery } from '@/lib/history/history-query';
import { listMeetings } from '@/lib/history/list-meetings';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { parseQuery } from '@/lib/http/parse-query';
import { problem } from '@/lib/http/problem';
import { refuseTooMany } from '@/lib/http/rate-limit';
import { createMeeting } from '@/lib/meetings/create-meeting';
import { meetingState } from '@/lib/meetings/meeting';
import { CreateMeetingBody, type CreatedMeetingResponse } from '@/lib/meetings/schemas';
import { answer, signInFirst } from '../history/answers';

/** A page of meetings, the one that begins last first. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return signInFirst();
  const query = parseQuery(request, MeetingQuery);
  return query.ok ? answer(await listMeetings(query.value, new Date())) : query.response;
});

/** Creates a meeting. Customers are not signed in, so how many one address may create is limited. */
export const POST = handleWrite(async (request) => {
  const agent = await currentAgent();
  const refused = agent ? null : await refuseTooMany('create', request);
  if (refused) return refused;
  const body = await parseJson(request, CreateMeetingBody);
  if (!body.ok) return body.response;

  const now = new Date();
  const language = request.headers.get('accept-language')?.split(/[,;]/)[0]?.trim().slice(0, 35) || null;
  const created = await createMeeting(body.value, { agentId: agent?.id ?? null, language }, settings(), now);
  if (!created.ok) {
    const { field, message } = created;
    return problem(422, 'invalid-body', 'Some fields are not acceptable.', { fields: [{ field, message }] });
  }

  const { meeting, hostKey } = created;
  const response: CreatedMeetingResponse = {
    alias: meeting.alias,
    joinUrl: `${settings().appUrl}/join/${meeting.alias}`,
    validFrom: meeting.validFrom.toISOString(),
    validUntil: meeting.validUntil.toISOString(),
    state: meetingState(meeting, now),
    hostKey,
  };
  const headers = { Location: `/api/meetings/${meeting.alias}`, 'Cache-Control': 'no-store' };
  return Response.json(response, { status: 201, headers });
});
