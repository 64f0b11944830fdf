import { currentAgent } from '@/lib/auth/require-agent';
import { listAudit } from '@/lib/history/audit-list-store';
import { AuditQuery } from '@/lib/history/history-query';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { answer, signInFirst } from '../answers';

export const dynamic = 'force-dynamic';

/** A page of who did what, newest first. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return signInFirst();
  const query = parseQuery(request, AuditQuery);
  return query.ok ? answer(await listAudit(query.value, new Date())) : query.response;
});
