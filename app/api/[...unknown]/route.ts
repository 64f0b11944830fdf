import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** What is under /api and is nothing of ours: an error that programs can read, not the site's page. */
function serve(): Response {
  return problem(404, 'not-found', 'There is nothing at this address.');
}

export { serve as GET, serve as POST, serve as PUT, serve as PATCH, serve as DELETE };
