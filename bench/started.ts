/** What runs for a bench, in the order in which it was started; it is stopped the other way round. */
export const started: { stop(): Promise<unknown> }[] = [];

let isStopping = false;

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const running of started.splice(0).reverse()) await running.stop();
  process.exit(exitCode);
}

/** Runs a bench and ends the process, also on a signal, with everything stopped. @param bench whether its figures mean something */
export async function runBench(bench: () => Promise<boolean>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(1));
  try {
    await stop((await bench()) ? 0 : 1);
  } catch (error) {
    // What fails because it is being stopped is no failure.
    if (!isStopping) console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}
