import { currentAgent } from '@/lib/auth/require-agent';
import { MEETING_COLUMNS } from '@/lib/history/history-csv';
import { MeetingQuery } from '@/lib/history/history-query';
import { listMeetings } from '@/lib/history/list-meetings';
import { noteExport } from '@/lib/history/note-export';
import { streamCsv } from '@/lib/history/stream-csv';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { answerFile, signInFirst } from '../../answers';

export const dynamic = 'force-dynamic';

/** The meetings that fit, newest first, as a file. */
export const GET = handle(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const query = parseQuery(request, MeetingQuery);
  if (!query.ok) return query.response;
  const now = new Date();
  const file = await streamCsv(MEETING_COLUMNS, async (before, pageSize) => {
    const page = await listMeetings({ ...query.value, before: MeetingQuery.parse({ before }).before }, now, pageSize);
    return { rows: page.meetings, before: page.before };
  });
  await noteExport(agent, 'Meetings', query.value);
  return answerFile('meetings.csv', file);
});
