/**
 * Does one thing after another, each also where one before it failed. Fails at the end with what could not be done.
 *
 * @param steps by what they do
 */
export async function eachByItself(steps: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const failures: unknown[] = [];
  const words: string[] = [];
  for (const [what, step] of Object.entries(steps)) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
      words.push(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, words.join('; '));
}
