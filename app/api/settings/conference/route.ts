import * as z from 'zod/mini';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { ConferenceSettingsInput } from '@/lib/settings/conference-settings';
import { newestConferenceSettings } from '@/lib/settings/conference-settings-store';
import { saveConferenceSettings } from '@/lib/settings/save-conference-settings';

const PutBody = z.safeExtend(ConferenceSettingsInput, {
  basedOn: z.int().check(z.gte(0)),
  saveUnchecked: z._default(z.boolean(), false),
});

/** Two hundred locations with every option set. */
const LARGEST_BYTES = 256 * 1024;

/** The settings in force. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Settings are for agents.');
  return answer(await newestConferenceSettings());
});

/** Puts others in force. */
export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Settings are for agents.');
  const body = await parseJson(request, PutBody, LARGEST_BYTES);
  if (!body.ok) return body.response;

  const { basedOn, saveUnchecked, ...settings } = body.value;
  const result = await saveConferenceSettings({ settings, basedOn, saveUnchecked, agentId: agent.id });
  if (result.ok) return answer({ ...result.saved, kept: result.kept });
  switch (result.error) {
    case 'not-acceptable':
      return problem(422, 'invalid-body', 'Some fields are not acceptable.', { fields: result.problems });
    case 'unchecked':
      return problem(409, 'unchecked', 'The Management Node does not answer, so names could not be checked.');
    case 'changed-meanwhile': {
      const { savedBy, savedAt } = result.newest;
      const who = savedBy ?? 'Somebody';
      return problem(409, 'changed-meanwhile', `${who} saved other settings at ${savedAt}, after you opened these.`);
    }
  }
});

function answer(body: object): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
}
