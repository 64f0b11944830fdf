import { liveFeed } from './live-feed';

/** Then the browser connects anew and is asked who it is again: an agent may have been disabled meanwhile. */
const LONGEST_STREAM_MS = 10 * 60 * 1000;
const RECONNECT_MS = 1_000;

/**
 * The live list as server-sent events: `snapshot` carries a whole LiveList, `changes` LiveChanges; each with its place in the
 * sequence as `id`. Begins with what was missed since the last `id` that the request names. Ends when the request is aborted.
 */
export function liveStream(request: Request): Response {
  const feed = liveFeed(lastEventIdOf(request));
  const expiry = setTimeout(() => feed.close(), LONGEST_STREAM_MS);
  const leave = () => {
    clearTimeout(expiry);
    // By way of the request, which is thereby kept: without it, its signal is never told that the browser has gone.
    request.signal.removeEventListener('abort', leave);
    feed.close();
  };
  request.signal.addEventListener('abort', leave);
  if (request.signal.aborted) leave();

  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(new TextEncoder().encode(`retry: ${RECONNECT_MS}\n\n`)),
      async pull(controller) {
        const message = await feed.next();
        if (isCancelled) return;
        for (const part of message ?? []) controller.enqueue(part);
        if (message) return;
        leave();
        controller.close();
      },
      cancel() {
        isCancelled = true;
        leave();
      },
    },
    // Nothing is made before it is read: a browser that is slow has its messages wait in the log, which all share.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Compression would hold events back until a block is full.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      // When the process stops, the browser would connect again at once on the same connection, and be answered: a new
      // stream on a server that waits for the last one to end.
      Connection: 'close',
    },
  });
}

/** In the header from a browser that connects again by itself; in the query from our page, when it had to begin anew. */
function lastEventIdOf({ headers, url }: Request): string | null {
  return headers.get('last-event-id') ?? new URL(url).searchParams.get('since');
}
