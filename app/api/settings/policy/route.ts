import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { PolicySettingsBody, type SavedPolicySettings } from '@/lib/settings/policy-settings';
import { replacePolicySettings, savedPolicySettings } from '@/lib/settings/policy-settings-store';

/** How calls are admitted. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Settings are for agents.');
  return answer(await savedPolicySettings());
});

export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Settings are for agents.');
  const body = await parseJson(request, PolicySettingsBody);
  if (!body.ok) return body.response;
  const { basedOn, ...value } = body.value;
  const replaced = await replacePolicySettings(value, basedOn, byAgent(agent));
  if (replaced.ok) return answer(replaced.saved);
  const { savedBy, savedAt } = replaced.newest;
  return problem(
    409,
    'changed-meanwhile',
    `${savedBy ?? 'Somebody'} saved other settings at ${savedAt}, after you opened these.`,
  );
});

function answer({ value, savedAt, savedBy }: SavedPolicySettings): Response {
  return Response.json({ ...value, savedAt, savedBy }, { headers: { 'Cache-Control': 'no-store' } });
}
