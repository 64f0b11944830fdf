interface Waiting<V> {
  resolve(value: V | null): void;
  reject(error: unknown): void;
}

/** More keys than this go into the next query: an answer should not wait for hundreds of others. */
const LARGEST = 64;
/** Queries under way at once. With fewer, more callers share one; with none free, the next waits for half a millisecond. */
const AT_ONCE = 2;

/**
 * Look-ups that come at the same moment share one query. Thirty calls that begin together cost the database, and this
 * process, little more than one: it is why a policy answer is cheaper than a query of its own.
 *
 * @param load finds what there is; keys it does not mention are answered with null
 */
export function inBatches<V>(load: (keys: string[]) => Promise<Map<string, V>>): (key: string) => Promise<V | null> {
  let waiting = new Map<string, Waiting<V>[]>();
  let running = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || running >= AT_ONCE || waiting.size === 0) return;
    isScheduled = true;
    // After this turn of the event loop: whoever else has something to ask in it comes along.
    setImmediate(() => {
      isScheduled = false;
      void run();
    });
  }

  async function run(): Promise<void> {
    const keys = [...waiting.keys()].slice(0, LARGEST);
    const batch = new Map(keys.map((key) => [key, waiting.get(key)!]));
    waiting = new Map([...waiting].slice(LARGEST));
    running += 1;
    schedule();
    try {
      const found = await load(keys);
      for (const [key, callers] of batch) for (const { resolve } of callers) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const callers of batch.values()) for (const { reject } of callers) reject(error);
    } finally {
      running -= 1;
      schedule();
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const callers = waiting.get(key);
      if (callers) callers.push({ resolve, reject });
      else waiting.set(key, [{ resolve, reject }]);
      schedule();
    });
}
