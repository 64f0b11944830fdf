import { settings } from '@/lib/config/env';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { checkBearer } from '@/lib/metrics/metrics-door';
import { loadMetrics } from '@/lib/metrics/metrics-store';
import { METRICS_TYPE, metricsText } from '@/lib/metrics/metrics-text';

export const dynamic = 'force-dynamic';

/** Figures for monitoring, for who has METRICS_TOKEN. Where none is set there is no such address. */
export const GET = handle(async (request) => {
  const { metricsToken } = settings();
  if (metricsToken === null) return problem(404, 'not-found', 'There is nothing at this address.');
  if (!checkBearer(request.headers.get('authorization'), metricsToken)) {
    const headers = { 'WWW-Authenticate': 'Bearer' };
    return problem(401, 'unauthorized', 'Send the metrics token as Bearer.', { headers });
  }
  const headers = { 'Content-Type': METRICS_TYPE, 'Cache-Control': 'no-store' };
  return new Response(metricsText(await loadMetrics(new Date())), { headers });
});
