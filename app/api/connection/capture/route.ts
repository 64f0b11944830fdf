import { currentAgent } from '@/lib/auth/require-agent';
import { ChangeCaptureBody } from '@/lib/capture/capture-setting';
import { captureReport, changeCapture, clearCaptures } from '@/lib/capture/control-capture';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** Whether raw requests are kept, until when, and how many there are. */
export const GET = handle(async () => ((await currentAgent()) ? report() : refuse()));

/** Turns it on for a while, or off. */
export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return refuse();
  const body = await parseJson(request, ChangeCaptureBody);
  if (!body.ok) return body.response;
  await changeCapture(body.value.minutes, agent, new Date());
  return report();
});

/** Removes what was kept; whether it is on stays as it is. */
export const DELETE = handleWrite(async () => {
  const agent = await currentAgent();
  if (!agent) return refuse();
  await clearCaptures(agent, new Date());
  return report();
});

async function report(): Promise<Response> {
  return Response.json(await captureReport(new Date()), { headers: { 'Cache-Control': 'no-store' } });
}

function refuse(): Response {
  return problem(401, 'unauthorized', 'Sign in to see the capture.');
}
