import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { DeviceInput } from '@/lib/devices/device';
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
  const body = await parseJson(request, DeviceInput);
  if (!body.ok) return body.response;
  const changed = await changeDevice((await params).id, body.value, settings(), byAgent(agent));
  if (changed.ok) return Response.json(changed.device, { headers: { 'Cache-Control': 'no-store' } });
  if ('error' in changed) return unknown();
  const fields = [{ field: changed.field, message: changed.message }];
  return problem(422, 'invalid-body', 'Some fields are not acceptable.', { fields });
});

/** Removes a device with its picture. */
export const DELETE = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change devices.');
  return (await removeDevice((await params).id, byAgent(agent))) ? new Response(null, { status: 204 }) : unknown();
});

function unknown(): Response {
  return problem(404, 'not-found', 'This device does not exist any more.');
}
