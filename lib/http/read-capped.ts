/** A body as text, read no further than `limit` bytes; null when there is more. Takes a request of the web or of Node. */
export async function readCapped(body: AsyncIterable<Uint8Array> | null, limit: number): Promise<string | null> {
  const bytes = await readBytesCapped(body, limit);
  return bytes && bytes.toString('utf8');
}

/** The same for what is no text. */
export async function readBytesCapped(body: AsyncIterable<Uint8Array> | null, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop closes the stream: nobody makes us swallow what we do not want.
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
