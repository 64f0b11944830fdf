import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { POLICY_SETTINGS } from '@/lib/settings/current-settings';
import { PolicySettings, PolicySettingsBody } from '@/lib/settings/policy-settings';
import { loadSetting, saveSetting } from '@/lib/settings/setting-store';

/** How calls are admitted. From the database, not from memory: whoever edits this has to see what is there now. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Settings are for agents.');
  return answer(await loadSetting(POLICY_SETTINGS, PolicySettings));
});

export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Settings are for agents.');
  const body = await parseJson(request, PolicySettingsBody);
  if (!body.ok) return body.response;
  await saveSetting(POLICY_SETTINGS, body.value, agent.id, {
    actor: byAgent(agent),
    action: 'policy-settings.changed',
    subject: 'How calls are admitted',
    detail: body.value,
  });
  return answer(body.value);
});

function answer(settings: PolicySettings): Response {
  return Response.json(settings, { headers: { 'Cache-Control': 'no-store' } });
}
