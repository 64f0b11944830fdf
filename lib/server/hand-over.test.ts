import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { BEHIND, handOverTo, handOverUpgradesTo, LONGEST_HEAD } from './hand-over';
import { requestListener } from './request-listener';

// Over real sockets: a server as ours in front, and one behind a socket file where Next would be.

const SOON = { timeout: 5_000, interval: 10 };

let folder: string;
let front: Server;
let pages: Server;
let port: number;
let answer: RequestListener;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hand-over-'));
  const socketPath = path.join(folder, 'pages');
  answer = (_request, response) => response.end('a page');
  pages = createServer(BEHIND, (...both) => answer(...both));
  await new Promise<void>((resolve) => pages.listen(socketPath, resolve));
  front = createServer({ maxHeaderSize: LONGEST_HEAD }, requestListener(handOverTo(socketPath)));
  front.on('upgrade', handOverUpgradesTo(socketPath));
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  port = (front.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const server of [front, pages]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  rmSync(folder, { recursive: true });
});

function ask(
  options: { path?: string; method?: string; headers?: readonly string[] | Record<string, string | undefined> } = {},
) {
  const asked = request({ host: '127.0.0.1', port, path: '/page', agent: false, ...options });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject);
  });
  return { asked, answered };
}

async function get(options?: Parameters<typeof ask>[0]): Promise<{ response: IncomingMessage; body: string }> {
  const { asked, answered } = ask(options);
  asked.end();
  const response = await answered;
  return { response, body: await text(response) };
}

/** Everything that comes back for these bytes, until the connection ends or nothing came for a moment. */
function exchange(bytes: string, silenceMs = 200): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const end = () => {
      socket.destroy();
      resolve(got);
    };
    socket.setTimeout(silenceMs, end);
    socket.on('data', (chunk) => (got += chunk.toString('latin1')));
    socket.once('end', end).once('error', end);
  });
}

describe('a request', () => {
  let seen: IncomingMessage;
  beforeEach(() => {
    answer = (request, response) => {
      seen = request;
      response.end();
    };
  });

  it('arrives as it was written, with an address that nobody can forge', async () => {
    const pathAndQuery = '//a/../b/%2e%2F;x=1?q=%00&q=a+b#f';
    const told = ['X-Twice', 'one', 'x-twice', 'two', 'Cookie', 'a=1', 'Cookie', 'b=2', 'Host', 'site.example:81'];
    const forged = ['x-mayfly-client-address', '192.0.2.99', 'X-Mayfly-Client-Address', '192.0.2.98'];
    await get({ path: pathAndQuery, headers: [...told, ...forged, 'Connection', 'x-mayfly-client-address, close'] });
    expect(seen.url).toBe(pathAndQuery);
    const arrived = [...told, 'x-mayfly-client-address', '127.0.0.1', 'Connection', 'keep-alive'];
    expect(seen.rawHeaders).toEqual(arrived);
  });

  it('may have any method, and a client of the last century need not name a host', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY']) {
      const { response } = await get({ method });
      expect([response.statusCode, seen.method]).toEqual([200, method]);
    }
    expect(await exchange('GET /old HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 OK/);
    expect([seen.url, seen.headers.host]).toEqual(['/old', undefined]);
  });

  it('may be as long as a policy request may', async () => {
    const long = 'x'.repeat(LONGEST_HEAD - 1_000);
    expect((await get({ headers: { long } })).response.statusCode).toBe(200);
    expect(seen.headers.long).toBe(long);
  });

  it('that asks whether to go on is told so once', async () => {
    const head =
      'POST /page HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n';
    expect((await exchange(`${head}body`)).match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200']);
  });

  it('may hold any bytes without harm to those that follow', async () => {
    for (let code = 0; code < 256; code += 1) {
      const odd = String.fromCharCode(code);
      await Promise.all([
        exchange(`GET /a${odd}b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, 50),
        exchange(`GET /a?${odd} HTTP/1.1\r\nHost: a\r\nX: a${odd}b\r\nConnection: close\r\n\r\n`, 50),
        exchange(`GET /a HTTP/1.1\r\nHost: a\r\nX${odd}Y: a\r\nTrailer: ${odd}\r\nConnection: close\r\n\r\n`, 50),
        exchange(`POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTE: ${odd}\r\n\r\n${odd}\r\n`, 50),
      ]);
    }
    expect((await get()).response.statusCode).toBe(200);
  });
});

describe('a body', () => {
  it('of any size goes there and back unchanged', async () => {
    answer = (request, response) => request.pipe(response);
    const sent = randomBytes(20 * 1024 * 1024);
    for (const headers of [{ 'Content-Length': String(sent.length) }, { 'Transfer-Encoding': 'chunked' }]) {
      const { asked, answered } = ask({ method: 'POST', headers });
      asked.end(sent);
      const back = await buffer(await answered);
      expect(hashOf(back)).toBe(hashOf(sent));
    }
  });

  it('waits for a reader who is slow, in either direction', async () => {
    const block = Buffer.alloc(64 * 1024);
    let isFull = false;
    let unread: IncomingMessage;
    answer = (request, response) => {
      const fill = () => {
        while (response.write(block));
        isFull = true;
      };
      if (request.method === 'GET') fill();
      else unread = request;
    };
    const { asked, answered } = ask();
    asked.end();
    (await answered).pause();
    await expect.poll(() => isFull, SOON).toBe(true);

    const { asked: sender, answered: never } = ask({ method: 'POST' });
    never.catch(() => undefined);
    let blocks = 0;
    const send = () => {
      while (blocks < 1_000 && sender.write(block)) blocks += 1;
    };
    sender.on('drain', send);
    send();
    await pause(300);
    expect(blocks).toBeLessThan(200);
    sender.destroy();
    asked.destroy();
    // That a sender has gone is seen where it is read.
    unread!.on('error', () => undefined).resume();
    const open = () => new Promise((resolve) => pages.getConnections((_, count) => resolve(count)));
    await expect.poll(open, SOON).toBe(0);
  });

  it('that nobody wants does not hold up the next request', async () => {
    answer = (_request, response) => response.writeHead(413).end('too large');
    const body = 'x'.repeat(3 * 1024 * 1024);
    const post = `POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const answers = await exchange(`${post}GET /b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, 1_000);
    expect(answers.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 413']);
  });
});

describe('an answer', () => {
  it('comes back as it was given', async () => {
    answer = (_request, response) => {
      response.writeEarlyHints({ link: '</a.css>; rel=preload; as=style' });
      response.writeHead(418, 'I am a pot', ['Set-Cookie', 'a=1', 'set-cookie', 'b=2', 'ETag', '"x"']).end('tea');
    };
    const { asked, answered } = ask();
    const hints: unknown[] = [];
    asked.on('information', ({ statusCode, headers }) => hints.push([statusCode, headers.link])).end();
    const response = await answered;
    expect(hints).toEqual([[103, '</a.css>; rel=preload; as=style']]);
    expect([response.statusCode, response.statusMessage, await text(response)]).toEqual([418, 'I am a pot', 'tea']);
    const [date] = response.rawHeaders.splice(response.rawHeaders.indexOf('Date'), 2);
    expect(date).toBe('Date');
    expect(response.rawHeaders.slice(0, 6)).toEqual(['Set-Cookie', 'a=1', 'set-cookie', 'b=2', 'ETag', '"x"']);
  });

  it('without a body has none', async () => {
    answer = (request, response) => {
      response.writeHead(Number(request.url!.slice(1)), { 'Content-Length': request.method === 'HEAD' ? 5 : 0 }).end();
    };
    const lengthOf = async (method: string, page: string) => {
      const { response, body } = await get({ method, path: page });
      return [response.statusCode, response.headers['content-length'], body];
    };
    expect(await lengthOf('HEAD', '/200')).toEqual([200, '5', '']);
    expect(await lengthOf('GET', '/304')).toEqual([304, '0', '']);
  });

  it('that is a stream comes as it is written, and ends where either end goes', async () => {
    let write: (text: string) => void = () => {};
    let hasEnded = false;
    answer = (_request, response) => {
      response.on('close', () => (hasEnded = true)).writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.flushHeaders();
      write = (text) => response.write(text);
    };
    const { asked, answered } = ask();
    asked.end();
    const response = await answered;
    let got = '';
    response.on('data', (chunk: Buffer) => (got += chunk.toString())).on('error', () => undefined);
    for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
      write(event);
      await expect.poll(() => got.endsWith(event), SOON).toBe(true);
    }
    asked.destroy();
    await expect.poll(() => hasEnded, SOON).toBe(true);
  });

  it('that nobody waits for any more is not made', async () => {
    const states: string[] = [];
    answer = (_request, response) => {
      states.push('asked');
      response.on('close', () => states.push('gone'));
    };
    const { asked, answered } = ask();
    answered.catch(() => undefined);
    asked.end();
    await expect.poll(() => states, SOON).toEqual(['asked']);
    asked.destroy();
    await expect.poll(() => states, SOON).toEqual(['asked', 'gone']);
  });

  it('that ends its connection ends the client’s as well, and others keep theirs', async () => {
    answer = (request, response) => {
      if (request.url === '/last') response.setHeader('Connection', 'close');
      response.end();
    };
    expect((await exchange('GET /last HTTP/1.1\r\nHost: a\r\n\r\n', 3_000)).includes('Connection: close')).toBe(true);
    const connections = new Set<unknown>();
    pages.on('connection', (socket) => connections.add(socket));
    for (let time = 0; time < 20; time += 1) await get();
    expect(connections.size).toBe(1);
  });
});

describe('when pages are gone', () => {
  it('whoever asks is told so', async () => {
    pages.closeAllConnections();
    await new Promise((resolve) => pages.close(resolve));
    const { response, body } = await get();
    expect([response.statusCode, response.headers['content-type']]).toEqual([502, 'application/problem+json']);
    expect(JSON.parse(body)).toMatchObject({ status: 502, code: 'pages-away' });
    expect(takeConsoleErrors()).toHaveLength(1);
  });

  it('half an answer does not pass for a whole one', async () => {
    answer = (_request, response) => void response.write('half', () => response.destroy());
    const { asked, answered } = ask();
    asked.end();
    await expect(answered.then((response) => text(response))).rejects.toThrow();
  });
});

it('a connection becomes a web socket', async () => {
  pages.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
    expect(request.headers['x-mayfly-client-address']).toBeUndefined();
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${request.headers.upgrade}\r\nConnection: upgrade\r\n\r\n`,
    );
    socket.write(head);
    socket.pipe(socket);
  });
  const asked =
    'GET /hot HTTP/1.1\r\nHost: a\r\nX-Mayfly-Client-Address: b\r\nUpgrade: echo\r\nConnection: upgrade\r\n\r\n';
  expect(await exchange(`${asked}hello`)).toMatch(/^HTTP\/1\.1 101 [^]*Upgrade: echo\r\n[^]*\r\n\r\nhello$/);
});

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
