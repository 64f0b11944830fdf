let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work on pictures one after the other. libvips works in Node's four threads and takes a core for each; a room full of
 * people asks for their pictures in the same moment, and the answers that admit callers need the cores more.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  // Who waits behind a failure has nothing to do with it.
  last = result.catch(() => undefined);
  return result;
}
