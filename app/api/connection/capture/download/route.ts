import { currentAgent } from '@/lib/auth/require-agent';
import { noteDownload } from '@/lib/capture/control-capture';
import { downloadCaptures } from '@/lib/capture/download-captures';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** What was captured, as JSON lines in a file. */
export const GET = handle(async () => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to download the capture.');
  await noteDownload(agent);
  const moment = new Date().toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return new Response(downloadCaptures(), {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': `attachment; filename="mayfly-capture-${moment}.jsonl"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
});
