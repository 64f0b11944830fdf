import { connect } from 'node:net';
import { responseEnd } from './requests';

/** One keep-alive connection that asks and waits, asks and waits. */
export interface Connection {
  /** Sends a whole request and resolves with the whole response. Rejects when the connection breaks or nothing comes. */
  ask(request: Buffer): Promise<string>;
  close(): void;
}

/** Twice as long as a node waits for its answer (policy-api.md §1, L). */
const SILENCE_LIMIT_MS = 10_000;
const READ_BUFFER_BYTES = 16 * 1024;

/**
 * Opens a connection on a bare socket. Node's own HTTP client would cost more than the servers that are measured with it,
 * and the measurement would be one of the client.
 */
export function openConnection(port: number): Promise<Connection> {
  let received = '';
  let waiting: { resolve(response: string): void; reject(error: Error): void } | null = null;

  function read(bytes: number, buffer: Uint8Array): boolean {
    received += Buffer.from(buffer.buffer, buffer.byteOffset, bytes).toString('latin1');
    const end = responseEnd(received);
    if (end === null) return true;
    const response = received.slice(0, end);
    received = received.slice(end);
    waiting?.resolve(response);
    return true;
  }

  return new Promise((resolve, reject) => {
    const onread = { buffer: Buffer.allocUnsafe(READ_BUFFER_BYTES), callback: read };
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    const fail = (error: Error) => {
      reject(error);
      waiting?.reject(error);
    };
    socket.setTimeout(SILENCE_LIMIT_MS, () => socket.destroy(new Error('no answer in ten seconds')));
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('the connection was closed')));
    socket.once('connect', () =>
      resolve({
        ask(request) {
          return new Promise((resolveAnswer, rejectAnswer) => {
            waiting = { resolve: resolveAnswer, reject: rejectAnswer };
            if (socket.destroyed) rejectAnswer(new Error('the connection was closed'));
            else socket.write(request);
          });
        },
        close: () => socket.destroy(),
      }),
    );
  });
}
