import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { findPeople } from '@/lib/retention/find-people-store';
import { PeopleQuery } from '@/lib/retention/erasure-body';
import { answer, signInFirst } from '../../history/answers';

export const dynamic = 'force-dynamic';

/** Whom to erase: everybody whose name or address has this in it. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return signInFirst();
  const query = parseQuery(request, PeopleQuery);
  return query.ok ? answer(await findPeople(query.value.search, new Date())) : query.response;
});
