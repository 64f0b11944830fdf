import { loadCaptures, newestCaptureId } from './capture-store';

/** A request may be a megabyte, so the first page is small; the next ones are as large as the last one's lines allow. */
const FIRST_PAGE = 10;
const LARGEST_PAGE = 500;
const PAGE_CHARACTERS = 1024 * 1024;

/**
 * What was captured until now as JSON lines, oldest first, read as fast as it is taken: a page at a time, never all of it
 * in memory.
 */
export function downloadCaptures(): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const lines = captureLines();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => void (await lines.return(undefined)),
    },
    { highWaterMark: 1 },
  );
}

async function* captureLines(): AsyncGenerator<string, void> {
  // What arrives while it is downloaded would otherwise keep it from ending.
  const upTo = await newestCaptureId();
  if (upTo === null) return;
  let after = -1n;
  let take = FIRST_PAGE;
  for (;;) {
    const rows = await loadCaptures(after, upTo, take);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const text = rows.map(({ at, door, content }) => `${JSON.stringify({ at, door, ...Object(content) })}\n`).join('');
    yield text;
    const fitting = Math.floor(PAGE_CHARACTERS / (text.length / rows.length));
    take = Math.min(Math.max(fitting, 1), LARGEST_PAGE);
  }
}
