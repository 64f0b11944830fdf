import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { encodePairs, encodePart, policyPairs, policyValue } from '@/lib/testing/arbitrary-query';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { complaint, type Asked } from '@/lib/testing/infinity-accepts';

// Everything a caller or a node can send, over real HTTP: never a 5xx, never HTML, never a redirect, and always an answer
// that Infinity takes.

let door: PolicyDoor;
let alias: string;
let tag: string;

beforeAll(async () => {
  await testDatabase();
  const meeting = await storedMeeting();
  ({ alias, id: tag } = meeting);
  await storedAnswers();
  door = await openPolicyDoor();
});

afterAll(async () => {
  await door.close();
  await flushDecisions();
});

/** Something to say to each of the six: otherwise most of them would answer that they have no opinion. */
async function storedAnswers(): Promise<void> {
  const value = {
    everywhere: { theme: 'Harbour', hasChat: true },
    locations: [{ location: 'Oslo', options: { layout: { kind: 'same', view: 'one_main_zero_pips' } } }],
  };
  await database().conferenceSettings.create({ data: { value } });
  const any = { askingLocation: '', network: '', protocol: '' };
  await database().mediaRule.create({ data: { ...any, location: 'Harbour', overflow: ['Oslo'] } });
  const image = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#2a6f77' } })
    .jpeg()
    .toBuffer();
  const avatar = await database().avatar.create({ data: { image: new Uint8Array(image) } });
  const room = { alias: 'room7', name: 'Room 7 %_\u{1F41D}', kind: 'room', finds: 'all' } as const;
  await database().device.create({ data: { ...room, username: 'u', password: 'p', avatarId: avatar.id } });
}

const PATHS: [Asked, string][] = [
  ['service', 'service/configuration'],
  ['participant', 'participant/properties'],
  ['location', 'participant/location'],
  ['avatar', 'participant/avatar/Ann'],
  ['avatar', 'participant/avatar/room7'],
  ['directory', 'registrations'],
  ['registration', 'registrations/room7'],
];

async function complaintAbout(asked: Asked, pathAndQuery: string): Promise<string | null> {
  const response = await door.fetch(pathAndQuery);
  return complaint(asked, response.status, response.headers.get('content-type'), await response.text());
}

/** One request as raw bytes, for what fetch would tidy up or refuse to send. @returns status and body. */
function raw(
  target: string,
  method = 'GET',
  authorized = true,
  more?: string,
): Promise<{ status: number; head: string; body: string }> {
  const { username, password } = settings().policy;
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    const finish = () => {
      const [head = '', body = ''] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), head, body });
      socket.destroy();
    };
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const [head = '', body] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n');
      // Of a connection that is kept, nobody says where the answer ends but its length.
      if (body !== undefined && body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1])) finish();
    });
    socket.on('error', reject);
    socket.on('end', finish);
    const lines = [`${method} ${target} HTTP/1.1`, 'Host: mayfly', ...(more ? [more] : ['Connection: close'])];
    if (authorized) lines.push(`Authorization: Basic ${basic}`);
    socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
  });
}

describe('whatever is asked', () => {
  it('has something to say to each of the six', async () => {
    expect((await door.ask('participant/location')).result).toEqual({
      location: 'Harbour',
      overflow_locations: ['Oslo'],
    });
    expect((await door.ask('registrations')).result).toHaveLength(1);
    expect((await door.ask('registrations/room7')).result).toEqual({ username: 'u', password: 'p' });
    const picture = await door.fetch('/api/policy/policy/v1/participant/avatar/room7?width=41&height=30');
    expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ width: 41, height: 30, channels: 3 });
    expect((await door.ask('service/configuration', { local_alias: alias })).result).toMatchObject({
      service_tag: tag,
    });
  });

  it('is answered in a way that Infinity accepts, for arbitrary keys and values', async () => {
    const run = fc.asyncProperty(
      fc.constantFrom(...PATHS),
      policyPairs,
      fc.boolean(),
      async ([asked, path], pairs, isRaw) => {
        const text = encodePairs(pairs, isRaw);
        expect(await complaintAbout(asked, `/api/policy/policy/v1/${path}?${text}`)).toBeNull();
      },
    );
    await fc.assert(run, { numRuns: 200 });
  });

  it('is answered about an open meeting too, whatever else comes with it', async () => {
    const ticket = await storedTicket(tag, { role: 'host' });
    const run = fc.asyncProperty(fc.constantFrom(...PATHS), policyPairs, async ([asked, path], pairs) => {
      const ours = { local_alias: alias, service_tag: tag, call_tag: ticket.id };
      const text = new URLSearchParams([...Object.entries(ours), ...pairs]).toString();
      expect(await complaintAbout(asked, `/api/policy/policy/v1/${path}?${text}`)).toBeNull();
    });
    await fc.assert(run, { numRuns: 100 });
  });

  it('is answered for any alias in a path', async () => {
    const run = fc.asyncProperty(
      fc.constantFrom('avatar', 'registration'),
      policyValue,
      fc.boolean(),
      async (kind, text, isRaw) => {
        const path = kind === 'avatar' ? 'participant/avatar' : 'registrations';
        const segment = encodePart(text, isRaw).replaceAll('?', '%3F');
        // Nothing after the slash is the directory's path, and for an avatar nothing at all.
        const asked = segment.replaceAll('/', '') === '' && kind === 'registration' ? 'directory' : (kind as Asked);
        const { status, head, body } = await raw(`/api/policy/policy/v1/${path}/${segment}`);
        const type = /content-type: (.*)/i.exec(head)?.[1] ?? null;
        if (asked === 'avatar' && segment.replaceAll('/', '') === '') expect(status).toBe(404);
        else expect(complaint(asked, status, type, body)).toBeNull();
      },
    );
    await fc.assert(run, { numRuns: 120 });
  });

  it.each(PATHS)('of a value of 64 KB is a %s answer as ever', async (asked, path) => {
    for (const long of ['x'.repeat(65_536), '%F0%9F%90%9D'.repeat(16_384), 'a,'.repeat(32_768)]) {
      const { status, head, body } = await raw(`/api/policy/policy/v1/${path}?local_alias=${long}&q=${alias}`);
      expect(complaint(asked, status, /content-type: (.*)/i.exec(head)?.[1] ?? null, body)).toBeNull();
    }
  });

  it('takes the first of repeated keys', async () => {
    const twice = `local_alias=${alias}&local_alias=other&local_alias=`;
    const response = await door.fetch(`/api/policy/policy/v1/service/configuration?${twice}`);
    expect(await response.json()).toMatchObject({ result: { service_tag: tag } });
  });

  it('is recorded, however strange', async () => {
    const local_alias = `strange\u0000 \u{1F41D}${'x'.repeat(400)}`;
    await door.ask('service/configuration', { local_alias, location: 'y'.repeat(400), node_ip: 'z'.repeat(400) });
    await flushDecisions();
    const [row] = await database().policyDecision.findMany({ where: { alias: { startsWith: 'strange' } } });
    expect(row).toMatchObject({ outcome: 'continue', node: 'z'.repeat(100), location: 'y'.repeat(250) });
  });
});

describe('unusual requests', () => {
  const path = () => `/api/policy/policy/v1/service/configuration?local_alias=${alias}`;

  it('are answered when the whole address stands in the first line', async () => {
    for (const scheme of ['http', 'https']) {
      expect(await raw(`${scheme}://mayfly.example${path()}`)).toMatchObject({ status: 200 });
    }
  });

  it('are answered when they offer to upgrade, and when they bring a body that never ends', async () => {
    for (const more of ['Upgrade: h2c\r\nConnection: Upgrade', 'Content-Length: 5', 'Transfer-Encoding: chunked']) {
      expect((await raw(path(), 'GET', true, more)).status, more).toBe(200);
      expect((await raw(path(), 'GET', false, more)).status, more).toBe(401);
    }
  });

  it.each(['/API/policy/policy/v1/x', '/%61pi/policy/x', '/api\\policy/policy/v1/x', '/api/%5cpolicy/x'])(
    '%s never reaches a page',
    async (untidy) => expect((await raw(untidy)).head).toContain('application/json'),
  );

  it('with tens of thousands of slashes cost no more than others', async () => {
    const startedAt = performance.now();
    await raw(`/api/policy/policy/v1/registrations/x${'/'.repeat(100_000)}y`);
    // Taken apart by a regular expression it took more than ten seconds.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe('untidy paths', () => {
  it.each([
    '/api/policy//policy/v1/service/configuration',
    '//api/policy/policy/v1/service/configuration',
    '/api/policy/policy/v1/service/configuration/',
    '/api/policy/policy//v1///service//configuration//',
  ])('%s is answered, not redirected', async (path) => {
    const { status, body } = await raw(`${path}?local_alias=${alias}`);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ result: { service_tag: tag } });
  });

  it.each([
    '/api/policy',
    '/api/policy/',
    '/api/policy/policy/v1',
    '/api/policy/policy/v1/',
    '/api/policy/v1/x',
    '/api/policy/%',
  ])('%s is none of the six requests: 404, as JSON', async (path) => {
    const { status, head, body } = await raw(path);
    expect(status).toBe(404);
    expect(head).toContain('application/json');
    expect(() => JSON.parse(body)).not.toThrow();
  });
});

describe('methods and credentials', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('%s is not a way to ask', async (method) => {
    const { status, head } = await raw('/api/policy/policy/v1/service/configuration', method);
    expect(status).toBe(405);
    expect(head).toMatch(/allow: GET/i);
  });

  it('wrong ones are challenged, counted, and learn nothing', async () => {
    await flushDecisions();
    await database().refusedCredentials.deleteMany();
    for (let count = 0; count < 3; count += 1) {
      const { status, head, body } = await raw(
        `/api/policy/policy/v1/service/configuration?local_alias=${alias}`,
        'GET',
        false,
        'Connection: close\r\nAuthorization: Basic d3Jvbmc6d3Jvbmc=',
      );
      expect(status).toBe(401);
      expect(head).toMatch(/www-authenticate: basic/i);
      expect(body).not.toContain(tag);
    }
    await flushDecisions();
    const [row] = await database().refusedCredentials.findMany();
    expect(row).toMatchObject({ door: 'policy', attempts: 3, address: expect.stringContaining('127.0.0.1') });
  });
});

const Recorded = z.object({
  request_type: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
const ASKED: Record<string, Asked> = {
  service_configuration: 'service',
  participant_properties: 'participant',
  media_location: 'location',
  participant_avatar: 'avatar',
  directory: 'directory',
  registration_alias: 'registration',
};

describe.each(['policy-requests.jsonl', 'policy-requests.synthetic.jsonl'])('every request of %s', (file) => {
  it('is answered in a way that Infinity accepts', async () => {
    const lines = (await readFile(`lib/testing/fixtures/${file}`, 'utf8')).trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const { request_type, path, query: given } = Recorded.parse(JSON.parse(line));
      const pairs = Object.entries(given).flatMap(([key, each]) => [each].flat().map((one) => [key, one]));
      const text = new URLSearchParams(pairs as [string, string][]).toString();
      const asked = ASKED[request_type] ?? 'participant';
      expect(await complaintAbout(asked, `/api/policy${path}?${text}`), line.slice(0, 200)).toBeNull();
    }
  });
});
