import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { checkedLookup, postMessage } from './post-message';

const lenient = { isHttpAllowed: true, isPrivateAllowed: true, allowedHosts: [] };
const strict = { isHttpAllowed: true, isPrivateAllowed: false, allowedHosts: [] };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

const post = (url: string, timeoutMs = 5_000) =>
  postMessage({ url, body: '{"topic":"Žofia"}', headers: { 'webhook-id': 'e-1' } }, lenient, timeoutMs);

describe('a message', () => {
  it('arrives whole, with its headers', async () => {
    const seen: unknown[] = [];
    const url = await receiver((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, headers } = request;
        seen.push([method, headers['content-type'], headers['webhook-id'], Buffer.concat(chunks).toString()]);
        response.writeHead(204).end();
      });
    });
    expect(await post(url)).toMatchObject({ kind: 'answered', status: 204 });
    expect(seen).toEqual([['POST', 'application/json', 'e-1', '{"topic":"Žofia"}']]);
  });

  it('goes nowhere but where it was sent: a redirect is an answer', async () => {
    let visits = 0;
    const elsewhere = await receiver((_request, response) => {
      visits += 1;
      response.end();
    });
    const url = await receiver((_request, response) => response.writeHead(307, { Location: elsewhere }).end());
    expect(await post(url)).toMatchObject({ status: 307 });
    expect(visits).toBe(0);
  });

  it('reaches a host of our own network when the operator names it, and only then', async () => {
    const url = (await receiver((_request, response) => response.end())).replace('127.0.0.1', 'localhost');
    const under = (allowedHosts: string[]) =>
      postMessage({ url, body: '{}', headers: {} }, { ...strict, allowedHosts }, 5_000);
    expect(await under([])).toMatchObject({ kind: 'unanswered' });
    expect(await under(['localhost'])).toMatchObject({ status: 200 });
  });

  it('is not waited for longer than is allowed', async () => {
    const url = await receiver(() => undefined);
    const posted = await post(url, 300);
    expect(posted).toMatchObject({ kind: 'unanswered', problem: 'No answer within 0.3 seconds.' });
    expect(posted.latencyMs).toBeLessThan(2_000);
  });

  it('is delivered by the status alone, however much follows it', async () => {
    let written = 0;
    const url = await receiver((request, response) => {
      request.resume();
      const write = () => {
        if (response.destroyed) return;
        written += 64 * 1024;
        response.write(Buffer.alloc(64 * 1024), () => setImmediate(write));
      };
      write();
    });
    expect(await post(url)).toMatchObject({ status: 200 });
    // What the sockets in between hold, and no more.
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });

  it('is delivered by the status alone, however slowly the rest comes', async () => {
    const url = await receiver((_request, response) => void response.writeHead(200).write('.'));
    expect(await post(url, 500)).toMatchObject({ kind: 'answered', status: 200 });
  });

  it('that cannot be sent says why', async () => {
    const url = await receiver((request) => void request.socket.destroy());
    expect(await post(url)).toMatchObject({ problem: 'The connection was closed before there was an answer.' });
    servers.splice(0).forEach((server) => server.close());
    expect(await post(url)).toMatchObject({ problem: 'The connection was refused.' });
    expect(await post(url.replace('http:', 'https:'))).toMatchObject({ kind: 'unanswered' });
  });

  it('is not sent into our own network', async () => {
    let visits = 0;
    const url = await receiver((_request, response) => {
      visits += 1;
      response.end();
    });
    const posted = await postMessage({ url, body: '{}', headers: {} }, strict);
    expect(posted).toMatchObject({ kind: 'unanswered', problem: 'Its address must be reached from the internet.' });
    expect(visits).toBe(0);
  });
});

describe('a name', () => {
  const lookUp = (rule: typeof strict) =>
    new Promise((resolve) =>
      checkedLookup(rule)('localhost', { all: true }, (error, addresses) => resolve(error?.name ?? addresses)),
    );

  it('is refused for where it leads, and leads to what was checked', async () => {
    expect(await lookUp(strict)).toBe('ForbiddenAddress');
    expect(await lookUp(lenient)).toContainEqual({ address: '127.0.0.1', family: 4 });
  });
});
