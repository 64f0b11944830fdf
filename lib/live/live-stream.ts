import { subscribeLive } from './live-hub';

/** A desk that has this much unread is dropped; its browser connects again and begins with a fresh list. */
const BACKLOG_LIMIT = 1024 * 1024;
/** Then the browser connects anew and is asked who it is again: an agent may have been disabled meanwhile. */
const LONGEST_STREAM_MS = 10 * 60 * 1000;
const RECONNECT_MS = 1_000;

/** The live list as server-sent events: `snapshot` carries a whole LiveList. Ends when the request is aborted. */
export function liveStream(signal: AbortSignal): Response {
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        leave = follow(controller, signal);
      },
      cancel: () => leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: BACKLOG_LIMIT }),
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

/** Writes the list to a stream until it is closed from either side. Returns what lets go of everything. */
function follow(controller: ReadableStreamDefaultController<Uint8Array>, signal: AbortSignal): () => void {
  const encoder = new TextEncoder();
  let isOver = false;
  let lastVersion = -1;

  const leave = () => {
    isOver = true;
    unsubscribe();
    clearTimeout(expiry);
    signal.removeEventListener('abort', close);
  };
  const close = () => {
    if (isOver) return;
    leave();
    controller.close();
  };
  const send = (text: string) => {
    if (isOver) return;
    if ((controller.desiredSize ?? 0) <= 0) close();
    else controller.enqueue(encoder.encode(text));
  };

  const expiry = setTimeout(close, LONGEST_STREAM_MS);
  const unsubscribe = subscribeLive({
    onList(json, version) {
      if (version !== lastVersion) send(`event: snapshot\ndata: ${json}\n\n`);
      lastVersion = version;
    },
    onHeartbeat: () => send(': still here\n\n'),
    close,
  });
  signal.addEventListener('abort', close);
  send(`retry: ${RECONNECT_MS}\n\n`);
  if (signal.aborted) close();
  return leave;
}
