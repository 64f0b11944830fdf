/** A body as text, read no further than `limit` bytes; null when there is more. Takes a request of the web or of Node. */
export async function readCapped(body: AsyncIterable<Uint8Array> | null, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop closes the stream: nobody makes us swallow what we do not want.
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
