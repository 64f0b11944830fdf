import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { requestListener } from '@/lib/server/request-listener';

// Policy requests over real HTTP, through the listener that server.ts opens its port with.

const Answer = z.object({
  action: z.string().optional(),
  reason: z.string().optional(),
  result: z.unknown().optional(),
});

export interface PolicyDoor {
  url: string;
  /** Asks as a node does: right credentials, no redirect followed. */
  fetch(pathAndQuery: string, init?: RequestInit): Promise<Response>;
  ask(type: string, query?: Record<string, string>): Promise<z.infer<typeof Answer> & { status: number }>;
  close(): Promise<void>;
}

/** Opens the door. What is not policy or events is answered 404, where Next would be. */
export async function openPolicyDoor(maxHeaderSize = 256 * 1024): Promise<PolicyDoor> {
  const listener = requestListener((_request, response) => {
    response.writeHead(404).end();
    return Promise.resolve();
  });
  const server: Server = createServer({ maxHeaderSize }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { username, password } = settings().policy;
  const Authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const door: PolicyDoor = {
    url,
    fetch: (path, init) => fetch(url + path, { redirect: 'manual', headers: { Authorization }, ...init }),
    async ask(type, query = {}) {
      const response = await door.fetch(`/api/policy/policy/v1/${type}?${new URLSearchParams(query)}`);
      const text = await response.text();
      return { ...Answer.parse(text === '' ? {} : JSON.parse(text)), status: response.status };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return door;
}
