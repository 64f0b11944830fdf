import * as z from 'zod/mini';
import { currentAgent } from '@/lib/auth/require-agent';
import { BrandSettingsBody } from '@/lib/brand/brand-settings';
import { loadBrand, saveBrand } from '@/lib/brand/brand-store';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';

const PutBody = z.safeExtend(BrandSettingsBody, { basedOn: z.nullable(z.iso.datetime()) });

/** The settings in force. From the database, not from memory: whoever edits this has to see what is there now. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Settings are for agents.');
  return answer(await loadBrand());
});

/** Puts others in force. 409 `changed-meanwhile` when somebody saved others since `basedOn`. */
export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Settings are for agents.');
  const body = await parseJson(request, PutBody);
  if (!body.ok) return body.response;
  const { basedOn, ...settings } = body.value;
  const result = await saveBrand(settings, basedOn, agent);
  if (result.ok) return answer(result.saved);
  const { savedBy, savedAt } = result.newest;
  const detail = `${savedBy ?? 'Somebody'} saved other settings at ${savedAt}, after you opened these.`;
  return problem(409, 'changed-meanwhile', detail);
});

function answer(body: object): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
}
