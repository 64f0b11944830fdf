import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinNode } from './testing/client';
import { startRooms } from './testing/start-rooms';

let rooms: Awaited<ReturnType<typeof startRooms>>;
let simulator: Awaited<ReturnType<typeof startRooms>>['simulator'];
beforeAll(async () => {
  rooms = await startRooms();
  ({ simulator } = rooms);
});
afterAll(() => rooms.stop());

const origin = 'https://www.example.com';
const paths = [
  '/api/client/v2/status',
  '/api/client/v2/conferences/room/request_token',
  '/api/client/v2/conferences/room/release_token?token=x',
  '/api/client/v2/conferences/room/events?token=x',
  '/api/client/v2/conferences/room/theme/',
  '/static/webrtc/js/pexrtc.js',
  '/nowhere',
];

test.each(paths)('a preflight of %s is answered without credentials', async (path) => {
  const response = await fetch(`${simulator.node}${path}`, {
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'token,pin' },
  });
  expect(response.status).toBe(204);
  const header = (name: string) => response.headers.get(`access-control-${name}`);
  expect(header('allow-origin')).toBe(origin);
  expect(header('allow-credentials')).toBe('true');
  expect(header('allow-methods')).toBe('GET, POST, OPTIONS');
  expect(header('allow-headers')).toBe('token, pin, content-type, authorization');
  expect(Number(header('max-age'))).toBeGreaterThan(600);
  expect(response.headers.get('vary')).toBe('Origin');
});

test.each(paths)('a reply of %s, good or bad, may be read by its origin', async (path) => {
  for (const method of ['GET', 'POST']) {
    const response = await fetch(`${simulator.node}${path}`, { method, headers: { Origin: origin } });
    await response.arrayBuffer();
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
  }
});

test('so may the replies to someone who has joined: no content, events, a refusal', async () => {
  const client = await joinNode(rooms.simulator.node, rooms.newAlias(), 'Host', { pin: '1234' });
  const { token, conference_name: alias } = client.granted;
  const base = `${rooms.simulator.node}/api/client/v2/conferences/${String(alias)}`;
  const expected = [
    ['GET', 'theme/', 204],
    ['GET', `events?token=${token}`, 200],
    ['POST', `participants/${client.uuid}/calls`, 400],
  ] as const;
  for (const [method, path, status] of expected) {
    const response = await fetch(`${base}/${path}`, { method, headers: { Origin: origin, token } });
    await response.body?.cancel();
    expect([path, response.status]).toEqual([path, status]);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
  }
});

test('errors are JSON, also for a path that is none', async () => {
  const response = await fetch(`${simulator.node}/api/client/v2/conferences/room/nonsense`, { method: 'POST' });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/json');
});

test('a node answers under both names of the loopback address', async () => {
  const byName = await fetch(`${simulator.node}/api/client/v2/status`);
  const byNumber = await fetch(`${simulator.node.replace('localhost', '127.0.0.1')}/api/client/v2/status`);
  for (const response of [byName, byNumber]) expect(await response.json()).toEqual({ status: 'success', result: 'OK' });
});

test('pexrtc.js is served as a script', async () => {
  const response = await fetch(`${simulator.node}/static/webrtc/js/pexrtc.js`);
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(await response.text()).toContain('PexRTC');
});
