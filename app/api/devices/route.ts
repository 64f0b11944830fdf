import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { DeviceInput } from '@/lib/devices/device';
import { listDevices } from '@/lib/devices/device-store';
import { addDevice } from '@/lib/devices/save-device';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';

/** All devices, without their passwords. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see devices.');
  return Response.json({ devices: await listDevices() }, { headers: { 'Cache-Control': 'no-store' } });
});

/** Adds a device. */
export const POST = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change devices.');
  const body = await parseJson(request, DeviceInput);
  if (!body.ok) return body.response;
  const added = await addDevice(body.value, settings(), byAgent(agent));
  if (!added.ok) {
    const fields = 'field' in added ? [{ field: added.field, message: added.message }] : undefined;
    return problem(422, 'invalid-body', 'Some fields are not acceptable.', { fields });
  }
  const headers = { Location: `/api/devices/${added.device.id}`, 'Cache-Control': 'no-store' };
  return Response.json(added.device, { status: 201, headers });
});
