import { build, BUILD_HEADER } from '@/lib/config/public-env';

export const dynamic = 'force-dynamic';

/** The process is up, and of which build. Says nothing of the database: restarting us would not bring that back. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store', [BUILD_HEADER]: build } });
}
