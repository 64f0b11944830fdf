import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { knownNames } from './known-names';

// Management Nodes that speak real HTTP, each on a port of its own: what was asked of one is not kept for another.
const servers: Server[] = [];
const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeAll(async () => void (await testDatabase())); // requests are counted in it

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  vi.unstubAllEnvs();
  warnings.mockClear();
});

async function managementNode(answer: RequestListener): Promise<{ asked: string[]; server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isMayfly = request.headers.authorization === `Basic ${Buffer.from('mayfly:secret').toString('base64')}`;
    if (!isMayfly) return void response.writeHead(401).end();
    response.setHeader('Content-Type', 'application/json');
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  vi.stubEnv('MANAGEMENT_URL', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  vi.stubEnv('MANAGEMENT_USERNAME', 'mayfly');
  vi.stubEnv('MANAGEMENT_PASSWORD', 'secret');
  return { asked, server };
}

/** A module of its own each time: settings are read once a process. */
async function freshKnownNames(): Promise<typeof knownNames> {
  vi.resetModules();
  return (await import('./known-names')).knownNames;
}

const listOf = (names: string[], next: string | null) =>
  JSON.stringify({ meta: { next, limit: 2 }, objects: names.map((name) => ({ name, id: 1 })) });

it('names of every page are known, and asked for once in thirty seconds', async () => {
  const path = '/api/admin/configuration/v1/system_location/';
  const { asked } = await managementNode((request, response) =>
    response.end(
      request.url?.includes('offset=2')
        ? listOf(['DMZ'], null)
        : listOf(['Harbour', 'Oslo'], `${path}?limit=2&offset=2`),
    ),
  );
  const ask = await freshKnownNames();
  const both = await Promise.all([ask('locations'), ask('locations')]);
  const all = { checked: true, names: ['Harbour', 'Oslo', 'DMZ'] };
  expect(both).toEqual([all, all]);
  expect(await ask('locations')).toEqual(all);
  expect(asked).toEqual([`${path}?limit=1000`, `${path}?limit=2&offset=2`]);
});

it('each kind has its own list', async () => {
  await managementNode((request, response) => response.end(listOf([request.url?.split('/')[5] ?? ''], null)));
  const ask = await freshKnownNames();
  expect(await ask('themes')).toEqual({ checked: true, names: ['ivr_theme'] });
  expect(await ask('identity-provider-groups')).toEqual({ checked: true, names: ['identity_provider_group'] });
});

it('our password follows no list to another host', async () => {
  const elsewhere: string[] = [];
  const other = createServer((request, response) => {
    elsewhere.push(request.url ?? '');
    response.end(listOf(['stolen'], null));
  });
  servers.push(other);
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { asked } = await managementNode((request, response) =>
    response.end(
      request.url?.includes('offset=1')
        ? listOf(['Oslo'], null)
        : listOf(['Harbour'], `http://127.0.0.1:${port}/api/admin/?offset=1`),
    ),
  );
  const ask = await freshKnownNames();
  expect(await ask('locations')).toEqual({ checked: true, names: ['Harbour', 'Oslo'] });
  expect(elsewhere).toEqual([]);
  expect(asked).toHaveLength(2);
});

it('a list that never ends is given up', async () => {
  const { asked } = await managementNode((_request, response) => response.end(listOf(['A'], '?offset=1')));
  const ask = await freshKnownNames();
  expect(await ask('locations')).toEqual({ checked: false, why: 'unreachable' });
  expect(asked).toHaveLength(2);
});

it.each([
  ['refuses us', 403, '{}'],
  ['sends us to its sign-in page', 302, ''],
  ['answers with a page', 200, '<html></html>'],
  ['answers with another list', 200, '{"objects":[{"id":1}]}'],
])('a Management Node that %s leaves names unchecked, and the log says so', async (_what, status, body) => {
  await managementNode((_request, response) => response.writeHead(status, { Location: '/accounts/login/' }).end(body));
  const ask = await freshKnownNames();
  expect(await ask('themes')).toEqual({ checked: false, why: 'unreachable' });
  expect(warnings).toHaveBeenCalledOnce();
  expect(JSON.stringify(warnings.mock.calls)).not.toContain('secret');
});

it('a closed port is not remembered: the next look finds the Management Node again', async () => {
  const { server } = await managementNode((_request, response) => response.end(listOf(['Harbour'], null)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const ask = await freshKnownNames();
  expect(await ask('locations')).toEqual({ checked: false, why: 'unreachable' });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await ask('locations')).toEqual({ checked: true, names: ['Harbour'] });
});

it('a Management Node that is silent is given up after four seconds', async () => {
  await managementNode(() => undefined);
  const ask = await freshKnownNames();
  const before = Date.now();
  expect(await ask('locations')).toEqual({ checked: false, why: 'unreachable' });
  expect(Date.now() - before).toBeLessThan(5_000);
});

it('without a Management Node nothing is checked', async () => {
  vi.stubEnv('MANAGEMENT_URL', '');
  const ask = await freshKnownNames();
  expect(await ask('locations')).toEqual({ checked: false, why: 'not-configured' });
});
