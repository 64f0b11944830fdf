import { currentAgent } from '@/lib/auth/require-agent';
import { dailyFigures } from '@/lib/history/daily-figures';
import { DaysQuery } from '@/lib/history/history-query';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { answer, signInFirst } from '../answers';

export const dynamic = 'force-dynamic';

/** What each day came to, in the asker's time zone. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return signInFirst();
  const query = parseQuery(request, DaysQuery);
  return query.ok ? answer(await dailyFigures(query.value, new Date())) : query.response;
});
