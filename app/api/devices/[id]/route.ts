import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { DeviceChangeBody } from '@/lib/devices/device';
import { changeDevice, readDevice, removeDevice } from '@/lib/devices/save-device';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';

type Context = { params: Promise<{ id: string }> };

/** One device, without its password. */
export const GET = handle<Context>(async (_request, { params }) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see devices.');
  const device = await readDevice((await params).id);
  return device ? Response.json(device, { headers: { 'Cache-Control': 'no-store' } }) : unknown();
});

/** Changes all that can be said of a device; without a password it keeps the one it has. */
export const PUT = handleWrite<Context>(async (request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change devices.');
  const body = await parseJson(request, DeviceChangeBody);
  if (!body.ok) return body.response;
  const { basedOn, ...input } = body.value;
  const changed = await changeDevice((await params).id, input, settings(), byAgent(agent), basedOn);
  if (changed.ok) return Response.json(changed.device, { headers: { 'Cache-Control': 'no-store' } });
  if ('error' in changed) return changed.error === 'unknown' ? unknown() : changedMeanwhile();
  const fields = [{ field: changed.field, message: changed.message }];
  return problem(422, 'invalid-body', 'Some fields are not acceptable.', { fields });
});

/** Removes a device with its picture. */
export const DELETE = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change devices.');
  return (await removeDevice((await params).id, byAgent(agent))) ? new Response(null, { status: 204 }) : unknown();
});

function changedMeanwhile(): Response {
  return problem(409, 'changed-meanwhile', 'Somebody changed this device after you opened it.');
}

function unknown(): Response {
  return problem(404, 'not-found', 'This device does not exist any more.');
}
