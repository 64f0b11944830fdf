import { currentAgent } from '@/lib/auth/require-agent';
import { dailyFigures } from '@/lib/history/daily-figures';
import { csvHead, csvLines, DAY_COLUMNS } from '@/lib/history/history-csv';
import { DaysQuery } from '@/lib/history/history-query';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { answerFile, signInFirst } from '../../answers';

export const dynamic = 'force-dynamic';

/** The daily figures as a file. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return signInFirst();
  const query = parseQuery(request, DaysQuery);
  if (!query.ok) return query.response;
  const { days } = await dailyFigures(query.value, new Date());
  return answerFile('days.csv', csvHead(DAY_COLUMNS) + csvLines(DAY_COLUMNS, days));
});
