import { currentAgent } from '@/lib/auth/require-agent';
import { PARTICIPANT_COLUMNS } from '@/lib/history/history-csv';
import { ParticipantQuery } from '@/lib/history/history-query';
import { listParticipants } from '@/lib/history/list-participants';
import { noteExport } from '@/lib/history/note-export';
import { streamCsv } from '@/lib/history/stream-csv';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { answerFile, signInFirst } from '../../answers';

export const dynamic = 'force-dynamic';

/** The people that fit, newest first, as a file. */
export const GET = handle(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const query = parseQuery(request, ParticipantQuery);
  if (!query.ok) return query.response;
  const now = new Date();
  const file = await streamCsv(PARTICIPANT_COLUMNS, async (before, pageSize) => {
    const place = ParticipantQuery.parse({ before }).before;
    const page = await listParticipants({ ...query.value, before: place }, now, pageSize);
    return { rows: page.participants, before: page.before };
  });
  await noteExport(agent, 'Participants', query.value);
  return answerFile('participants.csv', file);
});
