import { handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { refuseTooMany } from '@/lib/http/rate-limit';
import { rateCall } from '@/lib/ratings/rate-call';
import { RatingBody } from '@/lib/ratings/rating-body';
import { noMeeting, type MeetingContext } from '../../host-claim';

/** What somebody who was in the call thought of it. The ticket says that they were, so nobody has to sign in. */
export const POST = handleWrite<MeetingContext>(async (request, { params }) => {
  const refused = await refuseTooMany('rate', request);
  if (refused) return refused;
  const body = await parseJson(request, RatingBody);
  if (!body.ok) return body.response;
  const rated = await rateCall((await params).alias, body.value, new Date());
  if (rated.ok) return Response.json(rated.value, { headers: { 'Cache-Control': 'no-store' } });
  switch (rated.error) {
    case 'unknown':
      return noMeeting();
    case 'ticket-unknown':
      return problem(403, 'ticket-unknown', 'Only who was in this meeting can rate it.');
    case 'rating-closed':
      return problem(409, 'rating-closed', 'This meeting can no longer be rated.');
  }
});
