import { settings } from '@/lib/config/env';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { parseQuery } from '@/lib/http/parse-query';
import { problem } from '@/lib/http/problem';
import { cancelMeeting, extendMeeting, type ChangedMeeting } from '@/lib/meetings/change-meeting';
import { findMeetingByAlias, toMeetingResponse } from '@/lib/meetings/find-meeting';
import { ChangeMeetingBody, MeetingOfLink } from '@/lib/meetings/schemas';
import { answerRefusal, hostClaim, noMeeting, showClaimFirst, type MeetingContext } from '../host-claim';

/** What anyone who has the alias may know, and with `?i=` whose personal link that is. */
export const GET = handle<MeetingContext>(async (request, { params }) => {
  const query = parseQuery(request, MeetingOfLink);
  if (!query.ok) return query.response;
  const meeting = await findMeetingByAlias((await params).alias, query.value.i);
  return meeting ? Response.json(meeting, { headers: { 'Cache-Control': 'no-store' } }) : noMeeting();
});

/** Moves the end. */
export const PATCH = handleWrite<MeetingContext>(async (request, { params }) => {
  const claim = await hostClaim(request);
  if (!claim) return showClaimFirst();
  const body = await parseJson(request, ChangeMeetingBody);
  if (!body.ok) return body.response;
  return answer(await extendMeeting((await params).alias, body.value.validUntil, claim, settings()));
});

/** Cancels, and ends the running call. */
export const DELETE = handleWrite<MeetingContext>(async (request, { params }) => {
  const claim = await hostClaim(request);
  if (!claim) return showClaimFirst();
  return answer(await cancelMeeting((await params).alias, claim));
});

function answer(changed: ChangedMeeting): Response {
  if (changed.ok) return Response.json(toMeetingResponse(changed.meeting, new Date()));
  if (changed.error !== 'window') return answerRefusal(changed);
  const { code, message, latestEnd } = changed.problem;
  return problem(422, code, 'The meeting cannot end then.', {
    fields: [{ field: 'validUntil', message }],
    extensions: { latestEnd: latestEnd.toISOString() },
  });
}
