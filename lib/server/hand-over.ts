import { Agent, request as ask, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import type { ProblemBody } from '@/lib/http/problem-body';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/rate-limit';

// How a request that is not for us gets to the thread that serves pages, and its answer back: as it came, byte for byte,
// and as it comes. Not with a proxy library: those at hand fold repeated headers and rewrite addresses.

/**
 * Bytes of a request's first line and headers together. Node's own 16 KB would turn a policy request with a long value away
 * with an empty 431 before we see it; a value of 64 KB that is percent-encoded is three times as long on the wire.
 */
export const LONGEST_HEAD = 256 * 1024;

/** For the server that is handed over to: limits towards clients are kept in front of it, where also HTTP/1.0 is spoken. */
export const BEHIND = {
  maxHeaderSize: 2 * LONGEST_HEAD, // we add a header
  ...{ headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0, requireHostHeader: false },
};

/** Headers that speak of one connection only (RFC 9110 §7.6.1), and `Expect`, which Node has answered when we are asked. */
const OF_THIS_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade'];
const NOT_HANDED_OVER = new Set([...OF_THIS_CONNECTION, 'expect', CLIENT_ADDRESS_HEADER]);
const NOT_HANDED_BACK = new Set([...OF_THIS_CONNECTION, 'transfer-encoding']);

/** What is handed over: the request, the address that is meant by it, and where it really comes from. */
export type HandOver = (
  request: IncomingMessage,
  response: ServerResponse,
  meant: { path: string; clientAddress: string },
) => void;

/** Hands requests over to the server behind a socket of this machine. */
export function handOverTo(socketPath: string): HandOver {
  // It never closes a connection by itself, so none is found closed when it is used again.
  const agent = new Agent({ keepAlive: true });
  return (request, response, { path, clientAddress }) => {
    const headers = [...without(NOT_HANDED_OVER, request.rawHeaders), CLIENT_ADDRESS_HEADER, clientAddress];
    const { method } = request;
    const asked = ask({ agent, socketPath, method, path, headers, maxHeaderSize: LONGEST_HEAD });
    handBack(asked, response);
    // Also after the answer: what is still to come of a body that nobody wants would block the next request.
    response.once('close', () => {
      request.unpipe(asked).resume();
      asked.destroy();
    });
    request.pipe(asked);
  };
}

function handBack(asked: ClientRequest, response: ServerResponse): void {
  asked.on('information', ({ statusCode, headers: { link } }) => {
    if (statusCode === 103 && link) response.writeEarlyHints({ link });
  });
  asked.once('response', (answer) => {
    const headers = without(NOT_HANDED_BACK, answer.rawHeaders);
    // Said on purpose where it is said (a live stream that ends with the process).
    if (answer.headers.connection === 'close') headers.push('Connection', 'close');
    response.writeHead(answer.statusCode!, answer.statusMessage, headers).flushHeaders();
    // Whichever end goes, the other goes with it: half an answer must not pass for a whole one.
    pipeline(answer, response, () => {});
  });
  asked.on('error', (error) => {
    // Nobody waits any more, or the answer has begun and ends as above.
    if (response.destroyed || response.headersSent) return;
    console.error('the thread that serves pages did not answer:', error.message);
    const problem: ProblemBody = { type: 'about:blank', title: 'Bad gateway', status: 502, code: 'pages-away' };
    response.writeHead(502, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(problem));
  });
}

/** Hands over a connection that is to become a web socket, for hot reload in development. */
export function handOverUpgradesTo(socketPath: string) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const headers = without(new Set([CLIENT_ADDRESS_HEADER]), request.rawHeaders);
    const pages = connect(socketPath);
    pages.write(`${request.method} ${request.url} HTTP/1.1\r\n${linesOf(headers)}\r\n`, 'latin1');
    pages.write(head);
    pipeline(socket, pages, socket, () => {});
  };
}

/** Raw headers are names and values in turn: repeated ones stay apart, and each stays as it was written. */
function without(names: ReadonlySet<string>, rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, index) => !names.has(rawHeaders[index - (index % 2)]!.toLowerCase()));
}

function linesOf(rawHeaders: readonly string[]): string {
  return rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
}
