import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerUnreadable } from './unreadable-requests';

let server: Server;

beforeAll(async () => {
  server = createServer({ maxHeaderSize: 2_048 }, (_request, response) => response.end('read'));
  answerUnreadable(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Everything that comes back until the server closes the connection, as it has to. */
async function answerTo(sent: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(sent);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body };
}

it.each([
  ['CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', '405 Method Not Allowed'],
  [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(4_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
  [`GET /?${'x'.repeat(4_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431 Request Header Fields Too Large'],
  ['no request at all\r\n\r\n', '400 Bad Request'],
])('%.40j is answered in JSON, and the connection closed', async (sent, status) => {
  const { head, body } = await answerTo(sent);
  expect(head).toContain(`HTTP/1.1 ${status}\r\n`);
  expect(head).toContain('Content-Type: application/json');
  expect(JSON.parse(body)).toEqual({ status: 'failed' });
});

it('what can be read is none of it', async () => {
  expect((await answerTo('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).body).toContain('read');
});
