import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { RetentionSettingsBody } from '@/lib/retention/retention-settings';
import { loadRetention, saveRetention } from '@/lib/retention/retention-store';
import { answer, signInFirst } from '../history/answers';

export const dynamic = 'force-dynamic';

/** How long names, reports and meetings are kept, and when that was last carried out. */
export const GET = handle(async () => ((await currentAgent()) ? answer(await loadRetention()) : signInFirst()));

export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const body = await parseJson(request, RetentionSettingsBody);
  if (!body.ok) return body.response;
  await saveRetention(body.value, agent);
  return answer(await loadRetention());
});
