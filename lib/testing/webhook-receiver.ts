import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

// Somebody who hears webhooks, over real HTTP. Checks signatures by the text of the convention, with no code of ours.

export interface Received {
  headers: IncomingHttpHeaders;
  /** As it came. */
  body: string;
  message: Record<string, unknown>;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** How it answers from now on; null: not at all. */
  answer: { status: number } | null;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      receiver.received.push({ headers: request.headers, body, message: JSON.parse(body) as Record<string, unknown> });
      if (receiver.answer) response.writeHead(receiver.answer.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    answer: { status: 200 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

/** Whether the message was signed with this secret, a moment ago. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
  const ageSeconds = Math.abs(Date.now() / 1000 - Number(timestamp));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${id as string}.${timestamp as string}.${body}`)
    .digest('base64');
  return ageSeconds < 60 && String(signatures).split(' ').includes(`v1,${signature}`);
}
