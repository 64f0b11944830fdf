/** What runs for a bench, in the order in which it was started; it is stopped the other way round. */
export const started: { stop(): Promise<unknown> }[] = [];

let isStopping = false;

/** Stops everything and ends the bench. */
export async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const running of started.splice(0).reverse()) await running.stop();
  process.exit(exitCode);
}
