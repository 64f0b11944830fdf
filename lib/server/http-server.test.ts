import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closeServer, listen } from './http-server';

it('an idle connection is kept longer than a balancer keeps its own, and its next headers are waited for', async () => {
  const server = createServer((_request, response) => response.end('here'));
  await listen(server, 0, false);
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(response.headers.get('keep-alive')).toBe('timeout=75');
  expect(server.headersTimeout).toBeGreaterThan(server.keepAliveTimeout);
  await response.text();
  await closeServer(server, () => {});
});
