import { calendarFile } from '@/lib/calendar/calendar-file';
import { CalendarQuery } from '@/lib/calendar/calendar-query';
import { settings } from '@/lib/config/env';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { findInvitation } from '@/lib/invitations/invitation-store';
import { personalLink } from '@/lib/invitations/invite';
import { findByAlias } from '@/lib/meetings/find-meeting';
import { tagsFromHeader } from '@/lib/words/language-from';
import { answerInvitationRefusal, noMeeting, type MeetingContext } from '../../host-claim';

export const dynamic = 'force-dynamic';

/** The meeting for a calendar, with the meeting's own link or, with `?i=`, the personal one. */
export const GET = handle<MeetingContext>(async (request, { params }) => {
  const query = parseQuery(request, CalendarQuery);
  if (!query.ok) return query.response;
  const meeting = await findByAlias((await params).alias);
  if (!meeting) return noMeeting();
  const { i: secret, lang, tz: timeZone } = query.value;
  const invitation = secret === null ? null : await findInvitation(meeting.id, secret);
  if (secret !== null && !invitation) return answerInvitationRefusal('invitation-unknown');
  if (invitation?.withdrawnAt) return answerInvitationRefusal('invitation-withdrawn');

  const { appUrl, dialIn } = settings();
  const link = secret === null ? `${appUrl}/join/${meeting.alias}` : personalLink(meeting.alias, secret);
  const tags = lang ? [lang] : tagsFromHeader(request.headers.get('accept-language'));
  const file = calendarFile(meeting, { link, dialIn, tags, timeZone, host: new URL(appUrl).hostname }, new Date());
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="meeting.ics"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
});
