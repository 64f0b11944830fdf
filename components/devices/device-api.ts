import * as z from 'zod/mini';
import { json, send, type Answer } from '@/components/ui/send';
import '@/lib/call/zod-without-eval';
import { basisOf } from '@/lib/devices/describe-device';
import type { DeviceInput, DeviceView } from '@/lib/devices/device';

// Our own HTTP API of devices and pictures, as the desk uses it. Nothing here throws: a network that fails is an answer.

const Device: z.ZodMiniType<DeviceView> = z.object({
  id: z.string(),
  alias: z.string(),
  name: z.string(),
  kind: z.enum(['device', 'room']),
  branch: z.string(),
  username: z.string(),
  hasPassword: z.boolean(),
  isListed: z.boolean(),
  finds: z.enum(['none', 'own', 'all']),
  agentId: z.nullable(z.string()),
  agentName: z.nullable(z.string()),
  avatarId: z.nullable(z.string()),
});
const Picture = z.object({ avatarId: z.nullable(z.string()) });

/** A small change is answered in milliseconds, a picture over a telephone’s network in some seconds. */
const TIMEOUT_MS = 60_000;

const ask = <T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit) =>
  send(path, schema, { timeoutMs: TIMEOUT_MS, ...init });

export const devicePath = (id: string) => `/api/devices/${encodeURIComponent(id)}`;

/** Adds a device, or changes the one that was `before`. */
export function saveDevice(before: DeviceView | null, input: DeviceInput): Promise<Answer<DeviceView>> {
  return before === null
    ? ask('/api/devices', Device, json('POST', input))
    : ask(devicePath(before.id), Device, json('PUT', { ...input, basedOn: basisOf(before) }));
}

export function readDevice(id: string): Promise<Answer<DeviceView>> {
  return ask(devicePath(id), Device, { cache: 'no-store' });
}

/** Outlives the page: who closes it after removing a device has removed it. */
export function deleteDevice(id: string): Promise<Answer<null>> {
  return ask(devicePath(id), z.literal(null), { method: 'DELETE', keepalive: true });
}

/** `path` is a device's or an agent's; the answer is the id of what is shown there from now on. */
export function putPicture(path: string, file: Blob) {
  return ask(`${path}/picture`, Picture, { method: 'PUT', body: file });
}

export function deletePicture(path: string) {
  return ask(`${path}/picture`, Picture, { method: 'DELETE' });
}
