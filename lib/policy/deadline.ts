/** A node gives up after five seconds (policy-api.md §1, L); we say that we cannot answer well before. */
const DEADLINE_MS = 2_000;

export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

/**
 * For questions that share the desk's connections and may wait behind it. Look-ups of meetings and tickets have connections
 * of their own, which give up by themselves after a second.
 *
 * @throws TookTooLong
 */
export function withinDeadline<T>(query: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), DEADLINE_MS);
  });
  return Promise.race([query(), late]).finally(() => clearTimeout(timer));
}
