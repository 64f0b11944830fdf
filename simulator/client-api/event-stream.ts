import type { ServerResponse } from 'node:http';
import type { ClientEvent } from './client-events';

/** Proxies close a stream that is silent for a minute. */
const commentEveryMs = 15_000;

export interface EventStream {
  send(events: ClientEvent[]): void;
  end(): void;
  /** Ends it in mid-air, as a lost connection does. */
  breakOff(): void;
}

/**
 * Turns a response into a server-sent event stream. Every event has a data line with JSON, `null` for nothing: browsers
 * never deliver an event without data.
 */
export function openEventStream(response: ServerResponse, onClose: () => void): EventStream {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const comments = setInterval(() => response.write(': keep-alive\n\n'), commentEveryMs);
  response.on('close', () => {
    clearInterval(comments);
    onClose();
  });
  return {
    send: (events) => {
      if (response.writableEnded || events.length === 0) return;
      response.write(events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''));
    },
    end: () => {
      clearInterval(comments);
      response.end();
    },
    breakOff: () => response.destroy(),
  };
}
